import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { z } from 'zod';

/** What stands for a character that no font has. */
export const UNKNOWN_CHARACTER = '\ufffd';

/**
 * The fonts, in the order in which a character looks for one. The first has Latin, Greek, Cyrillic and Devanagari; those
 * for Chinese and Korean have the Japanese kana and many symbols too. Han characters have their Chinese shapes.
 */
const fontPackages = [
  'noto-sans',
  ...['arabic', 'hebrew', 'thai', 'lao', 'khmer', 'myanmar', 'georgian', 'armenian', 'ethiopic'].map(ofScript),
  ...['bengali', 'gujarati', 'gurmukhi', 'kannada', 'malayalam', 'oriya', 'sinhala', 'tamil', 'telugu'].map(ofScript),
  'noto-emoji',
  ...['sc', 'kr'].map(ofScript),
].map((name) => ({ name, folder: `@fontsource-variable/${name}` }));

interface FontFile {
  /** The name it is registered by. */
  readonly family: string;
  readonly path: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const packages = createRequire(import.meta.url);
const fileOf = new Map<number, FontFile | undefined>();
let allFiles: readonly FontFile[] | undefined;

/** The font families that have the characters of a text, registered and ready to be drawn with. */
export function familiesFor(text: string): string[] {
  const families = new Set<string>();
  for (const character of `a${text}`) {
    const file = fileFor(character);
    if (file === undefined || families.has(file.family)) continue;
    if (!GlobalFonts.has(file.family)) GlobalFonts.registerFromPath(packages.resolve(file.path), file.family);
    families.add(file.family);
  }
  return [...families];
}

export function hasFont(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character) || fileFor(character) !== undefined;
}

function fileFor(character: string): FontFile | undefined {
  const codePoint = character.codePointAt(0)!;
  if (!fileOf.has(codePoint)) {
    allFiles ??= fontPackages.flatMap(filesOf);
    const covers = ({ ranges }: FontFile) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
    fileOf.set(codePoint, allFiles.find(covers));
  }
  return fileOf.get(codePoint);
}

/** Files that every package has beside its own script, for ranges that its font does not always cover. */
const repeatedSubsets = /^(latin|greek|cyrillic|vietnamese|math|symbols)/;

/** The files of a package, over which its characters are spread as its `unicode.json` says. */
function filesOf({ name, folder }: (typeof fontPackages)[number]): FontFile[] {
  const subsets = z.record(z.string(), z.string()).parse(packages(`${folder}/unicode.json`));
  const ownSubsets = Object.entries(subsets).filter(
    ([subset]) => name === 'noto-sans' || !repeatedSubsets.test(subset),
  );
  return ownSubsets.map(([subset, ranges]) => {
    const family = `${name}-${subset.replace(/[[\]]/g, '')}`;
    return { family, path: `${folder}/files/${family}-wght-normal.woff2`, ranges: ranges.split(',').map(rangeOf) };
  });
}

/** @param text such as `U+0900-097F` or `U+20B9` */
function rangeOf(text: string): [number, number] {
  const [first = '', last = first] = text.slice('U+'.length).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function ofScript(script: string): string {
  return `noto-sans-${script}`;
}
