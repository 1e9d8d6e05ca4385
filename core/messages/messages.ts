import type { ArgumentsOf } from './argumentsOf.ts';
import { icuFormatter } from './icuFormatter.ts';
import type { Language } from './language.ts';

/** English ICU texts by name, with nested tables and lists. */
export type MessageTable = { readonly [name: string]: string | MessageTable } | readonly (string | MessageTable)[];

/** The texts of a table: strings, or functions of their values if they have arguments. */
export type Messages<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends string ? Message<Table[Name]> : Messages<Table[Name]>;
};

type Message<Text extends string> = keyof ArgumentsOf<Text> extends never
  ? string
  : (values: ArgumentsOf<Text>) => string;

/**
 * Returns the texts of a table in a language.
 *
 * @param prefix start of the table's ids: `none` in the table `library` is the message `library.none`
 * @param table ICU MessageFormat; tags and apostrophes have no meaning beyond that of text
 */
export function messages<const Table extends MessageTable>(
  language: Language,
  prefix: string,
  table: Table,
): Messages<Table> {
  return inLanguage(language, prefix, table) as Messages<Table>;
}

function inLanguage(language: Language, id: string, entry: string | MessageTable): unknown {
  if (typeof entry === 'string') {
    const text = language.textOf(id, entry);
    return entry.includes('{') ? icuFormatter(text, language.locale) : text;
  }
  const texts = Object.entries(entry).map(
    ([name, inner]) => [name, inLanguage(language, `${id}.${name}`, inner)] as const,
  );
  return Array.isArray(entry) ? texts.map(([, text]) => text) : Object.fromEntries(texts);
}
