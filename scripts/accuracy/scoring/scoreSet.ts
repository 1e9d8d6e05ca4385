import type { Span } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { median } from '../../../core/statistics/median.ts';
import type { LabelledClip, LabelledSet, LabelledTurn } from '../truth/labelledSet.ts';
import { bias, type CountPair, correlation, meanError, pooledError } from './countErrors.ts';
import type { Estimate, OverlapEstimate, PartyEstimate } from './estimate.ts';
import { addCounts, type EventCounts, f1, matchEvents, noEvents } from './eventCounts.ts';
import { compareSpeech, totalSeconds } from './speechFrames.ts';

/** Overlaps and interruptions shorter than this count neither way. */
const MIN_EVENT_SECONDS = 0.5;
/** Least length of a found overlap: shorter than the true one, because both of its ends are measured. */
const MIN_FOUND_SECONDS = 0.4;
const INTERRUPTION_TOLERANCE_SECONDS = 0.5;
/** Least speech for a rate. */
const MIN_RATE_SECONDS = 0.5;
const POOLED_CLIPS = 10;

/** Sets whose turns were derived from channel energy instead of labelled by a person: their turns are not scored. */
const WITHOUT_SPEECH_LABELS: ReadonlySet<string> = new Set(['calls']);

/** One tool's figures on one set. A figure is undefined if the truth or the tool lacks the values for it. */
export interface SetScore {
  /** Number of clips, or channels of calls, with a syllable count. */
  readonly counted: number;
  /** Pearson's r of syllable counts, and of syllables per second of labelled (or else estimated) speech. */
  readonly countCorrelation: number | undefined;
  readonly rateCorrelation: number | undefined;
  /** Mean relative error of the counts, and the same with the counts of every ten clips added up first. */
  readonly countError: number | undefined;
  readonly pooledCountError: number | undefined;
  /** Σ estimated / Σ true counts. */
  readonly countBias: number | undefined;
  /** F1 of speech over 10 ms frames of all clips. */
  readonly speechF1: number | undefined;
  /** Median |difference| of the median F0 per turn (calls) or clip, in semitones. */
  readonly f0ErrorSemitones: number | undefined;
  readonly overlapF1: number | undefined;
  readonly interruptionF1: number | undefined;
}

/**
 * Scores a tool's estimates for the clips of a set.
 *
 * @param estimates by the clip's file name; clips without one are left out
 */
export function scoreSet(
  { kind, clips }: Pick<LabelledSet, 'kind' | 'clips'>,
  estimates: ReadonlyMap<string, Estimate>,
): SetScore {
  const counts: CountPair[] = [];
  const rates: CountPair[] = [];
  const f0Errors: number[] = [];
  const speech = noEvents();
  const overlaps = noEvents();
  const interruptions = noEvents();
  const speechIsLabelled = !WITHOUT_SPEECH_LABELS.has(kind);
  for (const clip of clips) {
    const estimate = estimates.get(clip.file);
    if (!estimate) continue;
    for (const { party, truth } of partiesOf(clip, estimate)) {
      const labelled = speechIsLabelled ? truth.speech : undefined;
      const count = countPair(party, truth.syllables);
      if (count) {
        counts.push(count);
        const seconds = labelled ? totalSeconds(labelled) : party.speechSeconds;
        if (seconds > MIN_RATE_SECONDS) {
          rates.push({ estimated: count.estimated / seconds, truth: count.truth / seconds });
        }
      }
      if (labelled) addCounts(speech, compareSpeech(labelled, party.speech, clip.seconds));
    }
    f0Errors.push(...f0Differences(clip, estimate));
    if (clip.channels === 2 && speechIsLabelled && estimate.overlaps) {
      addCounts(overlaps, matchOverlaps(clip, estimate.overlaps));
      addCounts(interruptions, matchInterruptions(clip, estimate.overlaps));
    }
  }
  return {
    counted: counts.length,
    countCorrelation: correlation(counts),
    rateCorrelation: correlation(rates),
    countError: meanError(counts),
    pooledCountError: pooledError(counts, POOLED_CLIPS),
    countBias: bias(counts),
    speechF1: f1(speech),
    f0ErrorSemitones: median(f0Errors),
    overlapF1: f1(overlaps),
    interruptionF1: f1(interruptions),
  };
}

/** True if the truth of a set has something to score against. */
export function hasTruth({ kind, clips }: Pick<LabelledSet, 'kind' | 'clips'>): boolean {
  return clips.some((clip) =>
    clip.channels === 2
      ? !WITHOUT_SPEECH_LABELS.has(kind)
      : typeof clip.syllables === 'number' || clip.speech !== undefined || Boolean(clip.f0_hz),
  );
}

interface PartyTruth {
  readonly syllables: number | undefined;
  readonly speech: readonly Span[] | undefined;
}

function partiesOf(clip: LabelledClip, estimate: Estimate): { party: PartyEstimate; truth: PartyTruth }[] {
  if (clip.channels === 1) {
    const syllables = typeof clip.syllables === 'number' ? clip.syllables : undefined;
    return [{ party: partyOf(estimate, undefined), truth: { syllables, speech: clip.speech } }];
  }
  return clip.channels_are.map((role) => {
    const turns = clip.turns.filter(({ speaker }) => speaker === role);
    return {
      party: partyOf(estimate, role),
      truth: {
        syllables: sumOfAll(turns.map(({ syllables }) => syllables)),
        speech: turns.flatMap((turn): Span[] => turn.speech ?? [[turn.start, turn.end]]),
      },
    };
  });
}

function partyOf({ parties }: Estimate, role: Role | undefined): PartyEstimate {
  const party = role === undefined ? parties[0] : parties.find((candidate) => candidate.role === role);
  if (!party) throw new RangeError(`an estimate without ${role ?? 'a speaker'}`);
  return party;
}

/** Returns undefined if either is missing. */
function sumOfAll(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0);
}

function countPair({ syllableCount }: PartyEstimate, truth: number | undefined): CountPair | undefined {
  return syllableCount !== undefined && truth ? { estimated: syllableCount, truth } : undefined;
}

function f0Differences(clip: LabelledClip, { parties, turns }: Estimate): number[] {
  const semitones = (a: number, b: number) => Math.abs(12 * Math.log2(a / b));
  if (clip.channels === 1) {
    const [estimated, truth] = [parties[0]?.f0MedianHz, clip.f0_hz?.median];
    return estimated && truth ? [semitones(estimated, truth)] : [];
  }
  return clip.turns.flatMap((turn) => {
    if (!turn.f0_median) return [];
    const shared = (other: { start: number; end: number }) =>
      Math.min(other.end, turn.end) - Math.max(other.start, turn.start);
    const best = turns
      .filter(({ role, f0MedianHz }) => role === turn.speaker && f0MedianHz)
      .toSorted((a, b) => shared(b) - shared(a))[0];
    return best?.f0MedianHz && shared(best) > lengthOf(turn) / 2 ? [semitones(best.f0MedianHz, turn.f0_median)] : [];
  });
}

const lengthOf = ({ start, end }: Pick<LabelledTurn, 'start' | 'end'>) => end - start;

function matchOverlaps({ overlaps }: LabelledClip, found: readonly OverlapEstimate[]): EventCounts {
  if (!overlaps) return noEvents();
  const isLong = ([start, end]: Span) => end - start >= MIN_EVENT_SECONDS;
  return matchEvents(
    {
      truth: overlaps.filter(isLong),
      borderline: overlaps.filter((span) => !isLong(span)),
      found: found.filter((overlap) => lengthOf(overlap) >= MIN_FOUND_SECONDS),
    },
    ([start, end], overlap) => start < overlap.end && overlap.start < end,
  );
}

function matchInterruptions({ interruptions }: LabelledClip, found: readonly OverlapEstimate[]): EventCounts {
  if (!interruptions?.some(({ kind }) => kind)) return noEvents();
  const ofLength = (fits: (seconds: number) => boolean) =>
    interruptions.filter(({ kind, overlap }) => kind === 'int' && overlap !== undefined && fits(overlap));
  return matchEvents(
    {
      truth: ofLength((seconds) => seconds >= MIN_EVENT_SECONDS),
      borderline: ofLength((seconds) => seconds < MIN_EVENT_SECONDS),
      found: found.filter(({ kind }) => kind === 'interruption'),
    },
    (truth, overlap) =>
      truth.by === overlap.startedBy && Math.abs(truth.start - overlap.start) <= INTERRUPTION_TOLERANCE_SECONDS,
  );
}
