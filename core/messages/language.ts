/** The language that messages are shown in. */
export interface Language {
  /** BCP 47 tag; decides plurals and how numbers and dates look. */
  readonly locale: string;
  /** The ICU text of a message in this language. */
  textOf(id: string, english: string): string;
}

/** Returns English, in which all texts are written, with a region's conventions for numbers and dates. */
export function english(locale = 'en'): Language {
  return { locale, textOf: (_id, text) => text };
}

/** @param texts ICU texts by id; missing ones stay English */
export function translation(locale: string, texts: Readonly<Record<string, string>>): Language {
  return { locale, textOf: (id, text) => texts[id] ?? text };
}
