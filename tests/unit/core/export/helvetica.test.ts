import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfString, printable, textWidth, wrapped } from '../../../../core/export/pdf/helvetica.ts';

describe('text for the fonts of every PDF reader', () => {
  it('keeps what they have, takes what looks alike, and says when a character is lost', () => {
    expect(printable('Größe – „gut“ 5 €')).toEqual({ text: 'Größe – „gut“ 5 €', isLossy: false });
    expect(printable('−3 dB, Čapek')).toEqual({ text: '–3 dB, Capek', isLossy: false });
    expect(printable('日本')).toEqual({ text: '??', isLossy: true });
  });

  it('has a string for whatever is printable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(pdfString(printable(text).text)).toMatch(/^\([ -~]*\)$/);
      }),
    );
    expect(pdfString('a (b) \\ é')).toBe('(a \\(b\\) \\\\ \\351)');
  });

  it('is as wide as the font’s own tables say', () => {
    expect(textWidth('Hello', 10, 'regular')).toBeCloseTo(22.78, 5);
    expect(textWidth('Hello', 10, 'bold')).toBeCloseTo(24.45, 5);
    expect(textWidth('é', 10, 'regular')).toBe(textWidth('e', 10, 'regular'));
  });

  it('is broken into lines that fit and lose nothing but spaces at their ends', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'W', 'i', '.'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const lines = wrapped(words.join(' '), 60, 9, 'regular');
        for (const line of lines) expect(textWidth(line, 9, 'regular')).toBeLessThanOrEqual(60);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });
});
