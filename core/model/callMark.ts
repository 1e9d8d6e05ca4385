import { z } from 'zod';
import type { CallReport } from './callReport.ts';

/** The ten steps of an upset call, in order. */
export const stages = [
  'legitimate',
  'hear-the-feeling',
  'let-it-pass',
  'speak-softly',
  'restate',
  'own-it',
  'person-first',
  'triage',
  'correct',
  'follow-up',
] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** Marks that the agent sets with a key during a call. They don't affect any measure. */
export const markKindSchema = z.discriminatedUnion('kind', [
  /** The agent moved on, or back, to this step. */
  z.object({ kind: z.literal('stage'), stage: stageSchema }),
  /** A moment to come back to. */
  z.object({ kind: z.literal('flag') }),
  /** One warning of the three-warnings policy was given. */
  z.object({ kind: z.literal('warning') }),
  /** The call was escalated. */
  z.object({ kind: z.literal('escalation') }),
]);
export type MarkKind = z.infer<typeof markKindSchema>;

/** A mark and its moment, in seconds from the start of the call. */
export const callMarkSchema = z.intersection(markKindSchema, z.object({ at: z.number().nonnegative() }));
export type CallMark = z.infer<typeof callMarkSchema>;

/** Returns the current step: the one marked last, or the first. */
export function stageAfter(marks: readonly CallMark[]): Stage {
  const last = marks.findLast((mark) => mark.kind === 'stage');
  return last?.stage ?? stages[0];
}

/** Returns the seconds of the call spent at each step. */
export function secondsPerStage(marks: readonly CallMark[], durationSeconds: number): ReadonlyMap<Stage, number> {
  const seconds = new Map<Stage, number>();
  let stage: Stage = stages[0];
  let since = 0;
  const add = (until: number) => seconds.set(stage, (seconds.get(stage) ?? 0) + Math.max(0, until - since));
  for (const mark of marks) {
    if (mark.kind !== 'stage') continue;
    add(mark.at);
    stage = mark.stage;
    since = mark.at;
  }
  add(durationSeconds);
  return seconds;
}

/** Reads marks back from a report. */
export function callMarks(marks: CallReport['marks']): CallMark[] {
  return marks.flatMap(({ kind, at, stage: number }): CallMark[] => {
    if (kind === 'follow-up') return [];
    if (kind !== 'stage') return [{ kind, at }];
    const stage = stages[(number ?? 0) - 1];
    return stage ? [{ kind, stage, at }] : [];
  });
}

/** Writes marks for a report, where a step is a number from 1 up. */
export function reportMarks(marks: readonly CallMark[]): CallReport['marks'] {
  return marks.map((mark) => ({
    kind: mark.kind,
    at: mark.at,
    stage: mark.kind === 'stage' ? stages.indexOf(mark.stage) + 1 : null,
    note: '',
  }));
}
