import { defaultCallConfig } from '../../../core/config/callConfig.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { type Cue, type CueKind, cueKinds } from '../../../core/model/cue.ts';
import { addCounts, type EventCounts, noEvents } from '../scoring/eventCounts.ts';
import type { CueOccasion } from './cueTruth.ts';

/** How well the cues of one or more calls match their occasions. */
export interface CueScore {
  readonly counts: EventCounts;
  /** Number of cues in the ledger that the agent would have seen. */
  readonly shown: number;
}

/**
 * Compares the ledger with the occasions, including cues that were held back: spacing decides when a cue is seen, not
 * whether there was cause. A clear occasion with a cue is a hit, without one a miss; a cue outside every occasion of
 * its kind is a false alarm. Further cues in one occasion, and cues in one that is not clear, count neither way.
 */
export function scoreCues(occasions: readonly CueOccasion[], ledger: readonly Cue[]): ReadonlyMap<CueKind, CueScore> {
  return new Map(
    cueKinds.map((kind) => {
      const due = occasions.filter((occasion) => occasion.kind === kind);
      const given = ledger.filter((cue) => cue.kind === kind);
      const isIn = ({ at }: Cue, { span: [start, end] }: CueOccasion) => at >= start && at <= end;
      const clear = due.filter((occasion) => occasion.clear);
      const hits = clear.filter((occasion) => given.some((cue) => isIn(cue, occasion))).length;
      const falseAlarms = given.filter((cue) => !due.some((occasion) => isIn(cue, occasion))).length;
      const counts = { hits, falseAlarms, misses: clear.length - hits };
      return [kind, { counts, shown: given.filter(({ shown }) => shown).length }];
    }),
  );
}

/** Adds up the scores of several calls. */
export function totalCueScores(scores: readonly ReadonlyMap<CueKind, CueScore>[]): ReadonlyMap<CueKind, CueScore> {
  return new Map(
    cueKinds.map((kind) => {
      const counts = noEvents();
      let shown = 0;
      for (const score of scores) {
        addCounts(counts, score.get(kind)!.counts);
        shown += score.get(kind)!.shown;
      }
      return [kind, { counts, shown }];
    }),
  );
}

/** Returns the share of cues that had cause; undefined without cues. */
export function precision({ hits, falseAlarms }: EventCounts): number | undefined {
  return hits + falseAlarms > 0 ? hits / (hits + falseAlarms) : undefined;
}

/** Returns the share of clear occasions with a cue; undefined without clear occasions. */
export function recall({ hits, misses }: EventCounts): number | undefined {
  return hits + misses > 0 ? hits / (hits + misses) : undefined;
}

/** Counts the shown cues that are closer to each other, or more per minute, than the spacing rules allow. */
export function spacingViolations({ cues }: Pick<CallReport, 'cues'>): number {
  const { spacingSeconds, sameKindSpacingSeconds, maxPerMinute } = defaultCallConfig.cues;
  const shown = cues.filter((cue) => cue.shown);
  return shown.filter((cue, i) => {
    const before = shown.slice(0, i);
    const tooNear = cue.kind !== 'let-them-finish' && before.some(({ at }) => cue.at - at < spacingSeconds);
    const sameKind = before.some(({ kind, at }) => kind === cue.kind && cue.at - at < sameKindSpacingSeconds);
    return tooNear || sameKind || before.filter(({ at }) => cue.at - at <= 60).length >= maxPerMinute;
  }).length;
}
