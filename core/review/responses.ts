import type { CallReport } from '../model/callReport.ts';
import { coRegulationChanges } from '../report/coRegulation.ts';
import { type MeanChange, meanChange } from '../report/reactivity.ts';

/** What can be said of a mean change: nothing yet, not which way, or which way. */
type Direction = 'too-few' | 'unclear' | 'softer' | 'louder';

export interface Response {
  readonly direction: Direction;
  /** Mean change with its 95 % interval (Student's t), dB; missing for fewer than three. */
  readonly change: MeanChange | undefined;
  /** Waves, or soft turns, that were looked at. */
  readonly n: number;
  /** It all in one plain sentence. */
  readonly sentence: string;
}

/** How the agent's level went after the peaks of the caller's waves, over one call or many. */
export function reactivityOver(reports: readonly CallReport[]): Response {
  const changes = reports.flatMap(({ waves }) => waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? []));
  return response(changes, {
    subject: 'After the peaks of the caller’s waves, the agent’s voice',
    looked: (n) => (n === 1 ? 'one wave' : `${n} waves`),
  });
}

/** How the caller's level went after soft turns of the agent, over one call or many. */
export function coRegulationOver(reports: readonly CallReport[]): Response {
  const changes = reports.flatMap(({ turns, timeline: { stepSeconds, customer } }) =>
    coRegulationChanges(turns, { stepSeconds, values: (customer?.levelLufs ?? []).map((level) => level ?? undefined) }),
  );
  return response(changes, {
    subject: 'After soft turns of the agent, the caller’s voice',
    looked: (n) => (n === 1 ? 'one soft turn' : `${n} soft turns`),
  });
}

interface ResponseWords {
  readonly subject: string;
  readonly looked: (n: number) => string;
}

function response(changes: readonly number[], { subject, looked }: ResponseWords): Response {
  const change = meanChange(changes);
  const n = changes.length;
  if (!change) {
    const found = n === 0 ? `no ${looked(2).replace(/^\S+ /, '')}` : looked(n);
    return { direction: 'too-few', change, n, sentence: `Too little to say: ${found} so far, and it takes three.` };
  }
  const { valueDb, ci95 } = change;
  const [low, high] = ci95;
  if (low <= 0 && high >= 0) {
    const sentence = `${subject} went neither clearly up nor down (${looked(n)}; between ${decibels(low)} and ${decibels(high)} dB).`;
    return { direction: 'unclear', change, n, sentence };
  }
  const direction = valueDb < 0 ? 'softer' : 'louder';
  const by = `${Math.abs(valueDb).toFixed(1)} dB ${direction}`;
  const sentence = `${subject} was ${by} (${looked(n)}; between ${decibels(low)} and ${decibels(high)} dB).`;
  return { direction, change, n, sentence };
}

function decibels(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
