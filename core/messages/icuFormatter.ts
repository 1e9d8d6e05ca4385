import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Returns a function that formats an ICU message. The text is parsed at the first use.
 *
 * @param locale BCP 47 tag; decides plurals and how numbers look
 */
export function icuFormatter(text: string, locale: string): (values: MessageValues) => string {
  let parsed: IntlMessageFormat | undefined;
  return (values) => {
    parsed ??= new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    return String(parsed.format(values));
  };
}
