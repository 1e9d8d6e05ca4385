import { type CallMark, type Stage, stages } from '../../../core/model/callMark.ts';
import type { CallReport } from '../../../core/model/callReport.ts';

/** Something the agent marked with a key in mid-call. */
export interface LiveMark {
  readonly kind: CallReport['marks'][number]['kind'];
  /** Seconds. */
  readonly at: number;
  /** Of a stage: which one. */
  readonly stage: Stage | undefined;
  readonly note: string;
}

/** What was marked, from the report and from the notes of the call, in order of time. */
export function liveMarks(inReport: CallReport['marks'], inNotes: readonly CallMark[]): readonly LiveMark[] {
  return [
    ...inReport.map(({ kind, at, stage, note }) => ({
      kind,
      at,
      stage: stage === null ? undefined : stages[stage - 1],
      note,
    })),
    ...inNotes.map((mark) => ({
      kind: mark.kind === 'escalated' ? ('escalation' as const) : mark.kind,
      at: mark.at,
      stage: mark.kind === 'stage' ? mark.stage : undefined,
      note: '',
    })),
  ].sort((one, other) => one.at - other.at);
}
