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
 * Offsets of the frames whose features the final decision of a frame uses. Means that end 80 and 200 ms later show how
 * the frame continues; more look-ahead gains nothing.
 */
export const FINAL_OFFSETS: readonly number[] = [0, 8, 20];

/** Delay of the final decision, in frames. */
export const FINAL_DELAY_FRAMES = Math.max(...FINAL_OFFSETS);

/** Log-odds at which a decision turns on and off. Between them it stays as it is. */
const ON = 0.25;
const OFF = -0.25;

/**
 * If nobody talks in the background, all speech the model hears is the talker's: its judgement counts as much as the
 * network's, and the network needs less evidence. Both effects fade as the background becomes more speech-like.
 */
const MODEL_SHARE = 0.5;
const QUIET_LOG_ODDS = 0.4;
const QUIET_LIKENESS = 0.1;
const ROOM_LIKENESS = 0.3;

/**
 * If the background is only steady noise, the model decides alone. It hears the ends of words that fade into the noise
 * for too long, so it must be surer there.
 */
const NOISE_SHARE = 0.5;
const NOISE_LOG_ODDS = -0.5;
const NOISE_LIKENESS = 0.05;
const TALKING_LIKENESS = 0.1;
/** The talker's loud speech above the floor, in dB: from where noise matters to where it does not. */
const NOISY_DB = 25;
const CLEAN_DB = 40;

/** Parsed once for all streams: parsing takes as long as measuring a third of a second. */
const liveNetwork = parseDenseNetwork(FOREGROUND_FEATURE_COUNT, LIVE_WEIGHTS);
const finalNetwork = parseDenseNetwork(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length, FINAL_WEIGHTS);

/** A frame's final decision, in order and without gaps from frame 0 on. */
export interface FinalDecision {
  readonly index: number;
  readonly speech: boolean;
}

/** The immediate decision about a frame, and the final one about an earlier frame. */
export interface ForegroundDecision {
  readonly speakingNow: boolean;
  /** Log-odds that the person at the microphone is speaking. */
  readonly z: number;
  /** The decision about the frame `FINAL_DELAY_FRAMES` earlier; missing at the start. */
  readonly decided: FinalDecision | undefined;
}

/**
 * Detects, for every 10 ms frame, if the person at the microphone is speaking. Speech of others in the room, which the
 * model cannot distinguish, is excluded. Two small networks judge the same features, one immediately and one with 200
 * ms of look-ahead; `scripts/foreground` trains them.
 */
export class ForegroundSpeech {
  readonly #features = new ForegroundFeatures();
  readonly #finalInput = new Float64Array(FOREGROUND_FEATURE_COUNT * FINAL_OFFSETS.length);
  /** Feature vectors of the undecided frames, each at its index modulo their number. */
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

  /** Ends the stream and returns the remaining final decisions, with the available look-ahead. */
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
    // The model answers slightly late: its judgement of a frame is between the frame and the first look-ahead.
    const model = (modelLogOdds(this.#seen(index, 0)) + modelLogOdds(this.#seen(index, 1))) / 2;
    const z = fused(finalNetwork.evaluate(input), model, this.#seen(index, FINAL_OFFSETS.length - 1));
    this.#speech = switched(this.#speech, z);
    return { index, speech: this.#speech };
  }

  /** Returns the features at one of the final offsets from a frame, or the latest ones if the stream ends earlier. */
  #seen(index: number, part: number): Float64Array {
    return this.#latest[Math.min(index + FINAL_OFFSETS[part]!, this.#frames - 1) % this.#latest.length]!;
  }
}

function switched(on: boolean, z: number): boolean {
  return on ? z >= OFF : z > ON;
}

/** @param latest the latest features, which describe the background */
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

/** Falls linearly from 1 at `most` to 0 at `none`. */
function share(value: number, most: number, none: number): number {
  return Math.min(1, Math.max(0, (none - value) / (none - most)));
}
