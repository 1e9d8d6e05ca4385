import { GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { familiesFor, hasFont, UNKNOWN_CHARACTER } from '../../../../../main/exports/pdf/pdfFonts.ts';

describe('fonts for a PDF', () => {
  it.each([
    ['Latin', 'Größe – “x” −3 ×', ['noto-sans-latin']],
    ['Latin beyond Western Europe', 'Čapek', ['noto-sans-latin', 'noto-sans-latin-ext']],
    ['Greek', 'Νίκος', ['noto-sans-latin', 'noto-sans-greek']],
    ['Cyrillic', 'Ірина', ['noto-sans-latin', 'noto-sans-cyrillic']],
    ['Hindi', 'प्रिया', ['noto-sans-latin', 'noto-sans-devanagari']],
    ['Arabic', 'محمد', ['noto-sans-latin', 'noto-sans-arabic-arabic']],
    ['Hebrew', 'שרה', ['noto-sans-latin', 'noto-sans-hebrew-hebrew']],
    ['Thai', 'สมชาย', ['noto-sans-latin', 'noto-sans-thai-thai']],
    ['Tamil', 'தமிழ்', ['noto-sans-latin', 'noto-sans-tamil-tamil']],
    ['an emoji', '😀', ['noto-sans-latin', 'noto-emoji-9']],
  ])('are found for %s, and are registered', (_, text, families) => {
    expect(familiesFor(text)).toEqual(families);
    for (const family of families) expect(GlobalFonts.has(family)).toBe(true);
  });

  it.each(['王小明', '静かに', '김민수', 'բարեւ', 'გამარჯობა', 'ሰላም', 'ສະບາຍ', 'សួស្តី', 'မင်္ဂလာ', '≈ → ★', '👨‍👩‍👧 ❤️'])(
    'have every character of %s',
    (text) => {
      expect([...text].filter((character) => !hasFont(character))).toEqual([]);
    },
  );

  it('are not there for a script that nobody uses any more, and there for what stands in its place', () => {
    expect(hasFont('𐎠')).toBe(false);
    expect(hasFont(UNKNOWN_CHARACTER)).toBe(true);
  });
});
