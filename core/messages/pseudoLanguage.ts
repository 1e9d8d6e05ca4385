import type { Language } from './language.ts';

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ó', s: 'š', u: 'ú', y: 'ý', z: 'ž' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ó', S: 'Š', U: 'Ú', Y: 'Ý', Z: 'Ž' },
};

/** The share by which a translation may be longer than English. */
const growth = 0.3;

/**
 * English with accents, in brackets and longer by `growth`. A text on a screen without brackets does not come from a
 * message table.
 */
export const pseudoLanguage: Language = {
  locale: 'en-XA',
  textOf: (_id, english) => `⟦${accented(english)}${'·'.repeat(Math.ceil(growth * english.length))}⟧`,
};

/** Adds accents to the text of an ICU message but not to its arguments; braces alternate between the two. */
function accented(text: string): string {
  let depth = 0;
  return text.replace(/[{}A-Za-z]/g, (character) => {
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (depth % 2 === 0) return accents[character] ?? character;
    return character;
  });
}
