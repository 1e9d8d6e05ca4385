import { z } from 'zod';
import type { CallReport } from './callReport.ts';

/** The ten steps of meeting an upset caller, in their order. */
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

/** What the agent marks with a key in mid-call. Nothing of it is measured. */
export const markKindSchema = z.discriminatedUnion('kind', [
  /** The agent went on, or back, to this step. */
  z.object({ kind: z.literal('stage'), stage: stageSchema }),
  /** A moment to come back to. */
  z.object({ kind: z.literal('flag') }),
  /** One warning of the three-warnings policy was given. */
  z.object({ kind: z.literal('warning') }),
  /** The call was handed on. */
  z.object({ kind: z.literal('escalation') }),
]);
export type MarkKind = z.infer<typeof markKindSchema>;

/** A mark and its moment, in seconds from the start of the call. */
export const callMarkSchema = z.intersection(markKindSchema, z.object({ at: z.number().nonnegative() }));
export type CallMark = z.infer<typeof callMarkSchema>;

/** The step the call is at; the first one until another is marked. */
export function stageAfter(marks: readonly CallMark[]): Stage {
  const last = marks.findLast((mark) => mark.kind === 'stage');
  return last?.stage ?? stages[0];
}

/** Seconds of the call spent at each step. */
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

/** What a report has of them, as marks again. */
export function callMarks(marks: CallReport['marks']): CallMark[] {
  return marks.flatMap(({ kind, at, stage: number }): CallMark[] => {
    if (kind === 'follow-up') return [];
    if (kind !== 'stage') return [{ kind, at }];
    const stage = stages[(number ?? 0) - 1];
    return stage ? [{ kind, stage, at }] : [];
  });
}

/** The marks as a report has them: a step by its number, from 1 on. */
export function reportMarks(marks: readonly CallMark[]): CallReport['marks'] {
  return marks.map((mark) => ({
    kind: mark.kind,
    at: mark.at,
    stage: mark.kind === 'stage' ? stages.indexOf(mark.stage) + 1 : null,
    note: '',
  }));
}
