import { readFileSync, writeFileSync } from 'node:fs';
import { markdownTable } from '../accuracy/output/markdownTable.ts';
import type { Figure } from './figure.ts';

/** The result of one section. */
export interface SectionResult {
  readonly name: string;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly runs: number;
  readonly figures: readonly Figure[];
}

/** Replaces a section's figures between its marks. @throws {Error} if a mark is missing */
export function writePerformance(path: string, result: SectionResult): void {
  const document = readFileSync(path, 'utf8');
  const begin = `<!-- ${result.name}: begin, written by \`npm run bench\` -->`;
  const end = `<!-- ${result.name}: end -->`;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document lacks the lines\n${begin}\n${end}`);
  writeFileSync(path, `${document.slice(0, from + begin.length)}\n\n${sectionText(result)}\n\n${document.slice(to)}`);
}

function sectionText({ date, commit, machine, runs, figures }: SectionResult): string {
  const rows = figures.map(({ what, measured, target, reached }) => [
    what,
    measured,
    target ?? '',
    reached === undefined ? '' : reached ? 'reached' : 'not reached',
  ]);
  const table = markdownTable([['What', 'Measured', 'Target', ''], ...rows], 1);
  return `${date}, commit ${commit}, ${machine}, medians of ${runs}.\n\n${table}`;
}
