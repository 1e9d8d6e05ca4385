import { parseDenseNetwork } from '../../features/denseNetwork.ts';
import {
  FOREGROUND_FEATURE_COUNT,
  ForegroundFeatures,
  modelLogOdds,
  speechHeardOf,
  speechLikenessOf,
  talkerAboveFloorDb,
} from './foregroundFeatures.ts';
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
 * Where nobody talks in the background, what the model hears is what is meant: its own judgement counts as much as the
 * network's, and the network's asks for less; both less and less the more speech-like the background is.
 */
const MODEL_SHARE = 0.5;
const QUIET_LOG_ODDS = 0.4;
const QUIET_LIKENESS = 0.1;
const ROOM_LIKENESS = 0.3;

/**
 * Where a steady noise is all there is behind the talker, the model alone decides. The ends of words that die away in it are
 * heard for too long: it must be surer there than elsewhere.
 */
const NOISE_SHARE = 0.5;
const NOISE_LOG_ODDS = -0.5;
const NOISE_LIKENESS = 0.05;
const TALKING_LIKENESS = 0.1;
/** The talker's loud speech above the floor, dB: noise at the one, none that matters at the other. */
const NOISY_DB = 25;
const CLEAN_DB = 40;

/** Read once for all streams: reading them takes as long as measuring a third of a second. */
const liveNetwork = parseDenseNetwork(FOREGROUND_FEATURE_COUNT, LIVE_WEIGHTS);
const finalNetwork = parseDenseNetwork(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length, FINAL_WEIGHTS);

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
  readonly #finalInput = new Float64Array(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length);
  /** Feature vectors of the frames that are not decided, each at its index modulo their number. */
  readonly #latest = Array.from({ length: FINAL_DELAY_FRAMES + 1 }, () => new Float64Array(FOREGROUND_FEATURE_COUNT));
  #speakingNow = false;
  #speech = false;
  #frames = 0;
  #decidedCount = 0;

  /**
   * @param meanSquare of the next 10 ms in the telephone band, full scale ±1
   * @param probability the model's speech probability there, 0…1
   */
  next(meanSquare: number, probability: number): ForegroundDecision {
    const features = this.#latest[this.#frames % this.#latest.length]!;
    this.#features.next(meanSquare, probability, features);
    this.#frames += 1;
    const z = fused(liveNetwork.evaluate(features), modelLogOdds(features), features);
    this.#speakingNow = switched(this.#speakingNow, z);
    const decided = this.#frames - this.#decidedCount > FINAL_DELAY_FRAMES ? this.#decideOldest() : undefined;
    return { speakingNow: this.#speakingNow, z, decided };
  }

  /** Ends the stream: the final decisions that are left, with what look-ahead there is. */
  flush(): readonly FinalDecision[] {
    return Array.from({ length: this.#frames - this.#decidedCount }, () => this.#decideOldest());
  }

  #decideOldest(): FinalDecision {
    const index = this.#decidedCount;
    this.#decidedCount += 1;
    const input = this.#finalInput;
    for (let part = 0, at = 0; part < FINAL_OFFSETS.length; part += 1) {
      const features = this.#seen(index, part);
      for (let i = 0; i < FOREGROUND_FEATURE_COUNT; i += 1) input[at++] = features[i]!;
    }
    // The model answers a little late: its judgement of a frame lies between that and the next look ahead.
    const model = (modelLogOdds(this.#seen(index, 0)) + modelLogOdds(this.#seen(index, 1))) / 2;
    const z = fused(finalNetwork.evaluate(input), model, this.#seen(index, FINAL_OFFSETS.length - 1));
    this.#speech = switched(this.#speech, z);
    return { index, speech: this.#speech };
  }

  /** The features at one of the final offsets from a frame, or the latest where the stream ends before. */
  #seen(index: number, part: number): Float64Array {
    return this.#latest[Math.min(index + FINAL_OFFSETS[part]!, this.#frames - 1) % this.#latest.length]!;
  }
}

function switched(on: boolean, z: number): boolean {
  return on ? z >= OFF : z > ON;
}

/** @param latest features, for what is known of the background */
function fused(network: number, model: number, latest: Float64Array): number {
  const likeness = speechLikenessOf(latest);
  const quiet = share(likeness, QUIET_LIKENESS, ROOM_LIKENESS);
  const steadyNoise =
    share(likeness, NOISE_LIKENESS, TALKING_LIKENESS) *
    share(talkerAboveFloorDb(latest), NOISY_DB, CLEAN_DB) *
    speechHeardOf(latest);
  const lenient = network + QUIET_LOG_ODDS * quiet;
  const modelShare = MODEL_SHARE * quiet + NOISE_SHARE * steadyNoise;
  return lenient + modelShare * (model - lenient) + NOISE_SHARE * steadyNoise * NOISE_LOG_ODDS;
}

/** 1 up to `most`, 0 from `none` on. */
function share(value: number, most: number, none: number): number {
  return Math.min(1, Math.max(0, (none - value) / (none - most)));
}
