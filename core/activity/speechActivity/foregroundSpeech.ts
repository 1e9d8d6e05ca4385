import { parseDenseNetwork } from './denseNetwork.ts';
import { FOREGROUND_FEATURE_COUNT, ForegroundFeatures, modelLogOdds, speechLikenessOf } from './foregroundFeatures.ts';
import { FINAL_WEIGHTS, LIVE_WEIGHTS } from './foregroundWeights.ts';

/**
 * The final decision of a frame sees the features of the frame itself and those of these many frames later. Means that
 * end 80 and 200 ms later say what the frame was the beginning of; more than that gains nothing.
 */
export const FINAL_OFFSETS: readonly number[] = [0, 8, 20];

/** Frames by which the final decision comes later than the frame. */
export const FINAL_DELAY_FRAMES = Math.max(...FINAL_OFFSETS);

/** Log-odds at which a decision turns on and off again: between them it stays. */
const ON = 0.25;
const OFF = -0.25;

/**
 * Where nobody talks in the background, what the model hears is what is meant, and its own judgement counts as much as
 * the network's; less and less the more speech-like the background is.
 */
const MODEL_SHARE = 0.5;
const QUIET_LIKENESS = 0.1;
const ROOM_LIKENESS = 0.3;

/** A frame's final decision, in order and without gaps from frame 0 on. */
export interface FinalDecision {
  readonly index: number;
  readonly speech: boolean;
}

/** What is said of a frame at once, and of an earlier one for good. */
export interface ForegroundDecision {
  readonly speakingNow: boolean;
  /** Log-odds of the person at the microphone speaking. */
  readonly z: number;
  /** Of the frame `FINAL_DELAY_FRAMES` earlier; missing at the start. */
  readonly decided: FinalDecision | undefined;
}

/**
 * Whether the person at the microphone speaks, frame by frame of 10 ms: speech from others in the room, which the model
 * cannot tell apart, is left out. Two small networks judge the same features, one at once and one with 200 ms of
 * look-ahead; `scripts/foreground` trains them.
 */
export class ForegroundSpeech {
  readonly #features = new ForegroundFeatures();
  readonly #live = parseDenseNetwork(FOREGROUND_FEATURE_COUNT, LIVE_WEIGHTS);
  readonly #final = parseDenseNetwork(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length, FINAL_WEIGHTS);
  readonly #finalInput = new Float64Array(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length);
  /** Feature vectors of the frames that are not decided, the oldest first. */
  readonly #undecided: Float64Array[] = [];
  #speakingNow = false;
  #speech = false;
  #decidedCount = 0;

  /**
   * @param meanSquare of the next 10 ms in the telephone band, full scale ±1
   * @param probability the model's speech probability there, 0…1
   */
  next(meanSquare: number, probability: number): ForegroundDecision {
    const features = this.#features.next(meanSquare, probability);
    const z = fused(this.#live.evaluate(features), modelLogOdds(features), speechLikenessOf(features));
    this.#speakingNow = switched(this.#speakingNow, z);
    this.#undecided.push(features);
    const decided = this.#undecided.length > FINAL_DELAY_FRAMES ? this.#decideOldest() : undefined;
    return { speakingNow: this.#speakingNow, z, decided };
  }

  /** Ends the stream: the final decisions that are left, with what look-ahead there is. */
  flush(): readonly FinalDecision[] {
    return Array.from({ length: this.#undecided.length }, () => this.#decideOldest());
  }

  #decideOldest(): FinalDecision {
    const seen = FINAL_OFFSETS.map((offset) => this.#undecided[Math.min(offset, this.#undecided.length - 1)]!);
    seen.forEach((features, part) => {
      this.#finalInput.set(features, part * FOREGROUND_FEATURE_COUNT);
    });
    this.#undecided.shift();
    // The model answers a little late: its judgement of a frame lies between that and the next look ahead.
    const model = (modelLogOdds(seen[0]!) + modelLogOdds(seen[1]!)) / 2;
    const z = fused(this.#final.evaluate(this.#finalInput), model, speechLikenessOf(seen.at(-1)!));
    this.#speech = switched(this.#speech, z);
    const index = this.#decidedCount;
    this.#decidedCount += 1;
    return { index, speech: this.#speech };
  }
}

function switched(on: boolean, z: number): boolean {
  return on ? z >= OFF : z > ON;
}

function fused(network: number, model: number, speechLikeness: number): number {
  const quietness = (ROOM_LIKENESS - speechLikeness) / (ROOM_LIKENESS - QUIET_LIKENESS);
  const share = MODEL_SHARE * Math.min(1, Math.max(0, quietness));
  return network + share * (model - network);
}
