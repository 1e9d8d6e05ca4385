import type { Drill, DrillMeasure, NoScoreReason } from '../../model/drill.ts';
import { keysOf } from '../../model/keysOf.ts';
import { softEffortDb } from '../../model/targets.ts';
import { mean, RunningMean } from '../../statistics/mean.ts';
import { contourCredit, paceCredit, softCredit, waitCredit } from '../credit.ts';
import type { TraineeReading } from '../traineeReading.ts';
import { drillTimeline, isOwnFloor, type PlacedPhase } from './drillTimeline.ts';
import { contourAt } from './referenceContour.ts';

/** Less speech than this while the caller has the floor is a breath or a click, not a talk-over. Seconds. [J] */
const STRAY_SPEECH = 0.3;
/** Speech that a drill needs for a score. Seconds. [J] */
const NEEDED_SPEECH = 4;
/** Rate relative to the target below which words no longer form sentences. [J] */
const LEAST_PACE_RATIO = 0.6;
/** The share of speech that may be too quiet or too slow to be scored. */
const TOLERATED_SHARE = 0.5;

export interface DrillResult {
  /** 0…100; undefined if `noScore` gives a reason. */
  readonly score: number | undefined;
  readonly noScore: NoScoreReason | undefined;
  /** The parts of the score, 0…1 each. */
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

/** A phase in which the caller has the floor, with the answer after it. */
class Passage {
  spokenOverSeconds = 0;
  /** The response time in seconds; undefined without an answer. */
  answeredAfter: number | undefined;

  get isRespected(): boolean {
    return this.spokenOverSeconds <= STRAY_SPEECH;
  }
}

/** An attempt at a drill: takes readings, returns the state of the gauges, and a result at the end. */
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

  /** @param reading the next one in time; ignored after the end of the drill */
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
      listening: mean(passages.map(({ isRespected }) => Number(isRespected))),
      timing: mean(this.#answers().map(timingCredit)),
    };
    const counted = Object.entries(found).filter(
      ([measure, value]) => measure in this.#drill.weights && value !== undefined,
    );
    return Object.fromEntries(counted);
  }

  /** Returns the passages before each answer, back to the previous answer. */
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

/** Returns 0 if the trainee spoke before the caller had finished, or never. */
function timingCredit(heard: readonly Passage[]): number {
  const answeredAfter = heard.at(-1)?.answeredAfter;
  return answeredAfter === undefined || heard.some(({ isRespected }) => !isRespected) ? 0 : waitCredit(answeredAfter);
}
