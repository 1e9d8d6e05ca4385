/** A face of the fonts every PDF reader has (PDF 32000-1, 9.6.2.2). */
export type Face = 'regular' | 'bold';

/** Advance widths of the characters from space to tilde, in thousandths of the size. Source: Adobe's font metrics (AFM). */
const widths: Readonly<Record<Face, readonly number[]>> = {
  regular: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ],
};
const otherWidths: ReadonlyMap<string, number> = new Map([
  ['·', 278],
  ['‘', 222],
  ['’', 222],
  ['“', 333],
  ['”', 333],
  ['…', 1000],
  ['—', 1000],
]);
/** Of a digit, which most others come near. */
const usualWidth = 556;

/** Characters of Windows-1252 that are not where Unicode has them. */
const beyondLatin1: ReadonlyMap<string, number> = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, i) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
      0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][i]!,
  ]),
);

/** What looks the same among the characters the fonts have. */
const alike: ReadonlyMap<string, string> = new Map([
  ['−', '–'],
  ['\u202f', '\u00a0'],
  ['\u2009', ' '],
]);

function codeOf(character: string): number | undefined {
  const code = character.codePointAt(0)!;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code;
  return beyondLatin1.get(character);
}

/** Text in the characters the fonts have (Windows-1252), and whether some had to be given as question marks. */
export function printable(text: string): { readonly text: string; readonly isLossy: boolean } {
  let isLossy = false;
  const shown = [...text.normalize('NFC').replace(/\s+/g, ' ')].map((character) => {
    const known = alike.get(character) ?? character;
    if (codeOf(known) !== undefined) return known;
    const plain = known.normalize('NFKD').replace(/\p{M}/gu, '');
    if (plain !== '' && [...plain].every((part) => codeOf(part) !== undefined)) return plain;
    isLossy = true;
    return '?';
  });
  return { text: shown.join(''), isLossy };
}

/** Printable text as a PDF string. @throws {RangeError} for a character the fonts do not have */
export function pdfString(text: string): string {
  const characters = [...text].map((character) => {
    const code = codeOf(character);
    if (code === undefined) throw new RangeError(`the fonts have no ${JSON.stringify(character)}`);
    if ('()\\'.includes(character)) return `\\${character}`;
    return code < 0x7f ? character : `\\${code.toString(8)}`;
  });
  return `(${characters.join('')})`;
}

/** Width of printable text, in the unit of its size. */
export function textWidth(text: string, size: number, face: Face): number {
  let thousandths = 0;
  for (const character of text) {
    const base = character.normalize('NFD').codePointAt(0)!;
    thousandths += widths[face][base - 0x20] ?? otherWidths.get(character) ?? usualWidth;
  }
  return (thousandths * size) / 1000;
}

/** Printable text in lines no wider than `width`; a word that is wider is broken. */
export function wrapped(text: string, width: number, size: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, face) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && textWidth(line + character, size, face) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line];
}
