import type { Drill, DrillMeasure, NoScoreReason } from '../../model/drill.ts';
import { keysOf } from '../../model/keysOf.ts';
import { softEffortDb } from '../../model/targets.ts';
import { mean, RunningMean } from '../../statistics/mean.ts';
import { contourCredit, paceCredit, softCredit, waitCredit } from '../credit.ts';
import type { TraineeReading } from '../traineeReading.ts';
import { drillTimeline, isOwnFloor, type PlacedPhase } from './drillTimeline.ts';
import { contourAt } from './referenceContour.ts';

/** Speech under this in the other's floor is no talking: a breath, a click, the end of a word. Seconds. [J] */
const STRAY_SPEECH = 0.3;
/** Speech that a drill must hear to say anything about it. Seconds. [J] */
const NEEDED_SPEECH = 4;
/** Rate, over the target's, under which words no longer make sentences. [J] */
const LEAST_PACE_RATIO = 0.6;
/** The share of speech that may be out of what can be scored. */
const TOLERATED_SHARE = 0.5;

export interface DrillResult {
  /** 0…100; missing where `noScore` says why. */
  readonly score: number | undefined;
  readonly noScore: NoScoreReason | undefined;
  /** What the score is made of, 0…1 each. */
  readonly measures: Readonly<Partial<Record<DrillMeasure, number>>>;
}

/** The state of a drill at a moment. */
interface DrillNow {
  /** Index of the phase; the number of phases when the drill is over. */
  readonly phase: number;
  readonly phaseSeconds: number;
  /** Rate relative to the target. */
  readonly paceRatio: number | undefined;
  /** True while the trainee speaks and the caller has the floor. */
  readonly talksOver: boolean;
}

/** How one stretch in which the other has the floor went, with the answer after it. */
class Passage {
  spokenOverSeconds = 0;
  /** Seconds from the other's last word to the first of the trainee; missing while there is none. */
  answeredAfter: number | undefined;

  get isKept(): boolean {
    return this.spokenOverSeconds <= STRAY_SPEECH;
  }
}

/** One attempt at a drill: readings in, the gauge's state out, one number at the end. */
export class DrillRun {
  readonly #drill: Drill;
  readonly #timeline: readonly PlacedPhase[];
  readonly #passages = new Map<PlacedPhase, Passage>();
  readonly #soft = new RunningMean();
  readonly #pace = new RunningMean();
  readonly #contour = new RunningMean();
  #speechSeconds = 0;
  #inaudible = new RunningMean();
  #slow = new RunningMean();
  #lastAt = 0;

  constructor(drill: Drill) {
    this.#drill = drill;
    this.#timeline = drillTimeline(drill.phases);
    for (const placed of this.#timeline) if (!isOwnFloor(placed.phase)) this.#passages.set(placed, new Passage());
  }

  get seconds(): number {
    return this.#timeline.at(-1)?.end ?? 0;
  }

  /** @param reading the next one in time; beyond the drill's end it changes nothing */
  push(reading: TraineeReading): DrillNow {
    const { at, speaking } = reading;
    const seconds = at - this.#lastAt;
    this.#lastAt = at;
    const index = this.#timeline.findIndex(({ end }) => at <= end);
    const placed = this.#timeline[index];
    const paceRatio = reading.paceRatio && reading.paceRatio / this.#drill.targetPaceRatio;
    const isOwn = placed !== undefined && isOwnFloor(placed.phase);
    const { contour } = this.#drill;
    const reference = isOwn && contour ? contourAt(contour, at - placed.start) : undefined;
    if (placed && speaking) {
      if (isOwn) this.#ownSpeech(placed, index, { ...reading, paceRatio }, reference, seconds);
      else this.#passages.get(placed)!.spokenOverSeconds += seconds;
    }
    return {
      phase: placed ? index : this.#timeline.length,
      phaseSeconds: placed ? at - placed.start : 0,
      paceRatio,
      talksOver: speaking && placed !== undefined && !isOwn,
    };
  }

  result(): DrillResult {
    const measures = this.#measures();
    const noScore = this.#noScore(measures);
    const { weights } = this.#drill;
    const sum = keysOf(weights).reduce((total, name) => total + (weights[name] ?? 0) * (measures[name] ?? 0), 0);
    return { score: noScore ? undefined : Math.round(100 * sum), noScore, measures };
  }

  #ownSpeech(
    placed: PlacedPhase,
    index: number,
    { at, effortDb, paceRatio, pitchSemitones }: TraineeReading,
    reference: number | undefined,
    seconds: number,
  ): void {
    this.#speechSeconds += seconds;
    this.#soft.push(effortDb === undefined ? undefined : softCredit(effortDb));
    this.#pace.push(paceRatio === undefined ? undefined : paceCredit(paceRatio));
    this.#inaudible.push(effortDb === undefined ? undefined : Number(effortDb < softEffortDb.low));
    this.#slow.push(paceRatio === undefined ? undefined : Number(paceRatio < LEAST_PACE_RATIO));
    if (reference !== undefined && pitchSemitones !== undefined) {
      this.#contour.push(contourCredit(pitchSemitones - reference));
    }
    const before = this.#timeline[index - 1];
    const passage = before && this.#passages.get(before);
    if (passage) passage.answeredAfter ??= at - placed.start;
  }

  #measures(): Partial<Record<DrillMeasure, number>> {
    const passages = [...this.#passages.values()];
    const found: Record<DrillMeasure, number | undefined> = {
      soft: this.#soft.value,
      pace: this.#pace.value,
      contour: this.#contour.value,
      listening: mean(passages.map(({ isKept }) => Number(isKept))),
      timing: mean(this.#answers().map(timingCredit)),
    };
    const counted = Object.entries(found).filter(
      ([measure, value]) => measure in this.#drill.weights && value !== undefined,
    );
    return Object.fromEntries(counted);
  }

  /** The passages that an answer was to follow: with every pause of the caller before it, back to the answer before. */
  #answers(): readonly (readonly Passage[])[] {
    const answers: Passage[][] = [];
    let heard: Passage[] = [];
    for (const placed of this.#timeline) {
      const passage = this.#passages.get(placed);
      if (passage) heard.push(passage);
      else {
        if (heard.length > 0) answers.push(heard);
        heard = [];
      }
    }
    return answers;
  }

  #noScore(measures: Partial<Record<DrillMeasure, number>>): NoScoreReason | undefined {
    if (this.#speechSeconds < NEEDED_SPEECH) return 'not-enough-speech';
    if (Object.keys(this.#drill.weights).some((measure) => !(measure in measures))) return 'no-baseline';
    if ((this.#inaudible.value ?? 0) > TOLERATED_SHARE) return 'too-quiet';
    if ((this.#slow.value ?? 0) > TOLERATED_SHARE) return 'too-slow';
    return undefined;
  }
}

/** Nothing for whoever spoke before the other had finished, or never. */
function timingCredit(heard: readonly Passage[]): number {
  const answeredAfter = heard.at(-1)?.answeredAfter;
  return answeredAfter === undefined || heard.some(({ isKept }) => !isKept) ? 0 : waitCredit(answeredAfter);
}
