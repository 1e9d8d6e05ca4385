import type { ScoredSet } from '../measure.ts';
import type { ConditionName } from '../namedConditions.ts';
import { toolNames } from '../tools/toolNames.ts';
import { setTitle } from './conditionTables.ts';
import { type FigureName, figures } from './figures.ts';
import { markdownTable } from './markdownTable.ts';

type ToolName = (typeof toolNames)[keyof typeof toolNames];

interface Target {
  readonly figure: FigureName;
  readonly tool?: ToolName;
  /** If missing, every set that has the figure. */
  readonly sets?: readonly string[];
  readonly conditions: readonly ConditionName[];
  /** Applies to each speed of a set separately, and not to the whole set. */
  readonly everySpeed?: true;
  /** The worst acceptable value; for the bias, the largest distance from 1. */
  readonly reach: number;
}

const CALLS = ['synthcall', 'emocalls'];
/** 3% of a frequency, in semitones. */
const THREE_PERCENT = 12 * Math.log2(1.03);

/** The targets of the measures. */
const targets: readonly Target[] = [
  { figure: 'countCorrelation', sets: ['libri'], conditions: ['clean'], reach: 0.98 },
  { figure: 'countCorrelation', sets: ['ocean'], conditions: ['clean'], reach: 0.85 },
  { figure: 'countCorrelation', sets: ['enmisc'], conditions: ['clean'], reach: 0.97 },
  { figure: 'rateCorrelation', sets: ['synthrate'], conditions: ['clean'], reach: 0.98 },
  { figure: 'countError', sets: ['libri', 'enmisc'], conditions: ['clean'], reach: 0.09 },
  { figure: 'countError', sets: ['libri', 'enmisc'], conditions: ['telephone-babble-15'], reach: 0.12 },
  { figure: 'countError', sets: ['ocean'], conditions: ['clean'], reach: 0.16 },
  { figure: 'countError', sets: ['ocean'], conditions: ['telephone-babble-15'], reach: 0.2 },
  { figure: 'pooledCountError', sets: ['ocean'], conditions: ['clean'], reach: 0.07 },
  { figure: 'countError', sets: ['synthrate'], conditions: ['clean'], reach: 0.035 },
  { figure: 'countError', sets: ['synthrate'], conditions: ['clean'], everySpeed: true, reach: 0.05 },
  { figure: 'countError', sets: ['emocalls'], conditions: ['clean'], reach: 0.07 },
  { figure: 'countError', sets: ['synthcall'], conditions: ['clean'], reach: 0.02 },
  { figure: 'countError', sets: CALLS, conditions: ['telephone-babble-15'], reach: 0.12 },
  { figure: 'countBias', conditions: ['clean'], reach: 0.08 },
  { figure: 'countBias', conditions: ['clean'], everySpeed: true, reach: 0.08 },
  { figure: 'speechF1', sets: ['tenvad'], conditions: ['clean'], reach: 0.945 },
  { figure: 'speechF1', sets: CALLS, conditions: ['clean'], reach: 0.98 },
  { figure: 'speechF1', sets: CALLS, conditions: ['white-15'], reach: 0.97 },
  { figure: 'speechF1', sets: ['synthcall'], conditions: ['telephone-babble-15'], reach: 0.95 },
  { figure: 'speechF1', sets: ['emocalls'], conditions: ['telephone-babble-15'], reach: 0.91 },
  { figure: 'speechF1', tool: toolNames.live, sets: ['synthcall'], conditions: ['telephone-babble-15'], reach: 0.935 },
  { figure: 'speechF1', tool: toolNames.live, sets: ['emocalls'], conditions: ['telephone-babble-15'], reach: 0.89 },
  { figure: 'speechF1', sets: ['synthcall'], conditions: ['babble-5', 'telephone-babble-5'], reach: 0.8 },
  { figure: 'speechF1', sets: ['emocalls'], conditions: ['babble-5', 'telephone-babble-5'], reach: 0.74 },
  { figure: 'speechF1', sets: CALLS, conditions: ['three-talkers-15'], reach: 0.88 },
  { figure: 'f0ErrorSemitones', conditions: ['clean'], reach: THREE_PERCENT },
  { figure: 'overlapF1', conditions: ['clean'], reach: 0.9 },
  { figure: 'interruptionF1', conditions: ['clean'], reach: 0.85 },
];

const OUR_TOOLS: ReadonlySet<string> = new Set([toolNames.softspoken, toolNames.live]);
const HEAD = ['figure', 'set', 'condition', 'target', 'Softspoken', 'best peer', 'result'];

/** Returns a row for each target that the rows have figures for: the value reached and that of the best peer. */
export function targetsTable(rows: readonly ScoredSet[]): string | undefined {
  const body = targets.flatMap((target) =>
    rows.filter((row) => appliesTo(target, row)).flatMap((row) => targetRow(target, row)),
  );
  return body.length === 0 ? undefined : markdownTable([HEAD, ...body], 3);
}

function appliesTo({ sets, conditions, everySpeed }: Target, { condition, set, wpm }: ScoredSet): boolean {
  return (
    conditions.some((name) => name === condition.name) &&
    (!sets || sets.includes(set)) &&
    (wpm !== undefined) === Boolean(everySpeed)
  );
}

function targetRow(target: Target, row: ScoredSet): string[][] {
  const { figure, tool = toolNames.softspoken, reach } = target;
  const value = row.scores.get(tool)?.[figure];
  if (value === undefined) return [];
  const { title, asText } = figures[figure];
  const short = distance(figure, value) - allowedDistance(figure, reach);
  return [
    [
      tool === toolNames.live ? `${title}, live` : title,
      setTitle(row),
      row.condition.title,
      targetText(figure, reach),
      asText(value),
      bestPeer(figure, row),
      short <= 0 ? 'reached' : `short by ${asText(short)}`,
    ],
  ];
}

/** Returns the distance of a value from a perfect one. */
function distance(figure: FigureName, value: number): number {
  return Math.abs(value - figures[figure].best);
}

function allowedDistance(figure: FigureName, reach: number): number {
  return figure === 'countBias' ? reach : distance(figure, reach);
}

function targetText(figure: FigureName, reach: number): string {
  const { asText, best } = figures[figure];
  if (figure === 'countBias') return `1 ± ${reach}`;
  return `${best === 1 ? '≥' : '≤'} ${asText(reach)}`;
}

function bestPeer(figure: FigureName, { scores }: ScoredSet): string {
  const peers = [...scores].flatMap(([name, score]) => {
    const value = score[figure];
    return OUR_TOOLS.has(name) || value === undefined ? [] : [{ name, value }];
  });
  const best = peers.toSorted((a, b) => distance(figure, a.value) - distance(figure, b.value))[0];
  return best ? `${figures[figure].asText(best.value)} ${best.name}` : '–';
}
