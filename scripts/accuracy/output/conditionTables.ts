import type { ScoredSet } from '../measure.ts';
import { toolNames } from '../tools/toolNames.ts';
import { type FigureName, figures, figureText } from './figures.ts';
import { markdownTable } from './markdownTable.ts';

const MEASURES: readonly FigureName[] = [
  'countCorrelation',
  'rateCorrelation',
  'countError',
  'pooledCountError',
  'countBias',
  'f0ErrorSemitones',
  'overlapF1',
  'interruptionF1',
];

/**
 * Returns the tables of one condition: syllables, pitch and overlaps next to Praat, and speech activity next to every
 * detector.
 */
export function conditionTables(rows: readonly ScoredSet[]): readonly string[] {
  return [measuresTable(rows), speechTable(rows)].filter((table) => table !== undefined);
}

function measuresTable(rows: readonly ScoredSet[]): string | undefined {
  const body = rows.flatMap((row) =>
    [toolNames.softspoken, toolNames.praat].flatMap((tool) => {
      const score = row.scores.get(tool);
      const cells = MEASURES.map((name) => figureText(name, score));
      if (!score || cells.every((cell) => cell === '–')) return [];
      return [[setTitle(row), tool, String(row.clipCount), String(score.counted), ...cells]];
    }),
  );
  if (body.length === 0) return undefined;
  return markdownTable([['set', 'tool', 'clips', 'n', ...MEASURES.map((name) => figures[name].title)], ...body], 2);
}

function speechTable(rows: readonly ScoredSet[]): string | undefined {
  const whole = rows.filter(({ wpm, scores }) => wpm === undefined && scores.get(toolNames.softspoken)?.speechF1);
  if (whole.length === 0) return undefined;
  const tools = [...whole[0]!.scores.keys()];
  const body = whole.map((row) => [row.set, ...tools.map((tool) => figureText('speechF1', row.scores.get(tool)))]);
  return markdownTable([['speech F1', ...tools], ...body], 1);
}

export function setTitle({ set, wpm }: Pick<ScoredSet, 'set' | 'wpm'>): string {
  return wpm === undefined ? set : `${set} at ${wpm} wpm`;
}
