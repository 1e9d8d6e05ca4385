/** The language that messages are shown in. */
export interface Language {
  /** BCP 47 tag; decides plurals and how numbers and dates look. */
  readonly locale: string;
  /** The ICU text of a message in this language. */
  textOf(id: string, english: string): string;
}

/** The source of all texts, with the conventions of a region for numbers and dates. */
export function english(locale = 'en'): Language {
  return { locale, textOf: (_id, text) => text };
}

/** @param texts ICU text by id; what is missing stays English */
export function translation(locale: string, texts: Readonly<Record<string, string>>): Language {
  return { locale, textOf: (id, text) => texts[id] ?? text };
}
