import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- figures: begin, written by `npm run accuracy -- --write` -->';
const END = '<!-- figures: end -->';

/** Replaces the text between the two marks. @throws {Error} if a mark is missing */
export function withFigures(document: string, figures: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The document lacks the lines\n${BEGIN}\n${END}`);
  return `${document.slice(0, from + BEGIN.length)}\n\n${figures.trim()}\n\n${document.slice(to)}`;
}

export function writeFigures(path: string, figures: string): void {
  writeFileSync(path, withFigures(readFileSync(path, 'utf8'), figures));
}
