import { describe, expect, it } from 'vitest';
import { usableLocale } from '../../../../renderer/text/locale.ts';

describe('the locale of dates and numbers', () => {
  it.each([
    [['en-GB', 'en-US'], 'en-GB'],
    [['en'], 'en-US'],
    [['de-DE', 'en-US'], 'en-DE'],
    [['fr'], 'en-FR'],
    [['es-419'], 'en-419'],
    [['en-IE-u-hc-h12'], 'en-IE'],
  ])('is English as it is written in the region of %j', (preferred, expected) => {
    expect(usableLocale(preferred, 'en-US')).toBe(expected);
  });

  it('skips a tag that Intl rejects', () => {
    expect(() => new Intl.NumberFormat('en-US@posix')).toThrow(RangeError);
    expect(usableLocale(['en-US@posix', 'en-AU'], 'en-US')).toBe('en-AU');
  });

  it('is that of the fallback when no preferred tag is valid', () => {
    expect(usableLocale(['en-US@posix', 'C', ''], 'nb-NO')).toBe('en-NO');
    expect(usableLocale([], 'en-US')).toBe('en-US');
  });

  it.each([['en-US@posix'], ['C'], ['eo'], ['art-x-pseudo'], ['qaa-x-y'], ['en-Latn-GB-oxendict']])(
    'suits every Intl constructor with %s',
    (tag) => {
      const locale = usableLocale([tag], 'en-US');
      expect(new Intl.NumberFormat(locale).format(1000)).toMatch(/^1.?000$/);
      expect(new Intl.DateTimeFormat(locale).resolvedOptions().locale).toMatch(/^en/);
      expect(new Intl.PluralRules(locale).select(1)).toBe('one');
    },
  );
});
