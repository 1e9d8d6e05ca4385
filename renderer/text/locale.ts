/**
 * The locale of dates and numbers: English, like the texts of the screens, as it is written in the user's region. Some browsers
 * name a POSIX locale (`en-US@posix` under `LANG=C`), which every `Intl` constructor refuses; such a tag is skipped.
 *
 * @param preferred language tags, the most preferred first
 * @param fallback a valid tag, used when none of the preferred ones is valid
 * @returns a valid BCP 47 tag such as en-GB
 */
export function usableLocale(preferred: readonly string[], fallback: string): string {
  const { region } = preferred.map(parsedLocale).find(Boolean) ?? new Intl.Locale(fallback).maximize();
  return region === undefined ? 'en' : `en-${region}`;
}

function parsedLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/** Used by everything on screen that writes a date or a number. */
export const locale = usableLocale(navigator.languages, new Intl.DateTimeFormat().resolvedOptions().locale);
