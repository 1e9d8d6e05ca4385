import { RoomModel } from './roomModel.ts';
import { TrailingMean } from './trailingMean.ts';
import { TrailingMinimum } from './trailingMinimum.ts';

/** Limits digital silence to −90 dB. */
const POWER_FLOOR = 1e-9;
/** Probabilities beyond ±5 logits carry no further information. */
const LOGIT_LIMIT = 5;
/** Memory of the share of speech, in frames. */
const LONG_FRAMES = 2000;
/** Evidence of talker and room is complete after 10 s of frames. */
const SETTLED_FRAMES = 1000;

/** Length of a feature vector. */
export const FOREGROUND_FEATURE_COUNT = 35;
const TALKER_ABOVE_FLOOR_INDEX = 20;
const SPEECH_LIKENESS_INDEX = 25;
const SPEECH_HEARD_INDEX = 28;

/** Returns the model's log-odds of speech in a feature vector, within ±5. */
export function modelLogOdds(features: Float64Array): number {
  return features[0]! * LOGIT_LIMIT;
}

/** Returns how speech-like the background in a feature vector is, 0…1. */
export function speechLikenessOf(features: Float64Array): number {
  return features[SPEECH_LIKENESS_INDEX]!;
}

/** Returns the level of the talker's loud speech above the floor in a feature vector, in dB. */
export function talkerAboveFloorDb(features: Float64Array): number {
  return features[TALKER_ABOVE_FLOOR_INDEX]! * 10;
}

/** Returns how well talker and floor are known in a feature vector: 0 before any speech, 1 after 10 s of it. */
export function speechHeardOf(features: Float64Array): number {
  return features[SPEECH_HEARD_INDEX]!;
}

/**
 * Features that distinguish the person at the microphone from the room: the model's certainty of speech; the level
 * relative to the background, to the talker's level and to the recent past, each now and over trailing windows; and the
 * description of the room. All are level differences, so that no gain changes them, with magnitudes near 1.
 */
export class ForegroundFeatures {
  readonly #room = new RoomModel();
  readonly #power30 = new TrailingMean(3);
  readonly #power150 = new TrailingMean(15);
  readonly #speechMeans = trailingMeans(5, 15, 30, 60, 150);
  readonly #aboveFloorMeans = trailingMeans(15, 60, 150);
  readonly #belowTalkerMeans = trailingMeans(15, 60);
  readonly #belowLongTalkerMeans = trailingMeans(60);
  readonly #speechShare = new TrailingMean(LONG_FRAMES);
  readonly #level300 = new TrailingMean(30);
  readonly #unsteadiness = new TrailingMean(30);
  readonly #longUnsteadiness = new TrailingMean(200);
  readonly #valley = new TrailingMinimum(50);
  readonly #longValley = new TrailingMinimum(200);
  #frames = 0;

  /**
   * @param meanSquare of the next 10 ms in the telephone band, full scale ±1
   * @param probability the model's speech probability there, 0…1
   * @param features output of `FOREGROUND_FEATURE_COUNT` numbers
   */
  next(meanSquare: number, probability: number, features: Float64Array): void {
    this.#frames += 1;
    const power = meanSquare + POWER_FLOOR;
    const levelDb = decibels(power);
    const level30Db = decibels(this.#power30.next(power));
    const level150Db = decibels(this.#power150.next(power));
    const room = this.#room.next(power, level30Db, level150Db, probability);

    const logit = Math.log(probability / (1 - probability));
    const speech = within(logit, -LOGIT_LIMIT, LOGIT_LIMIT) / LOGIT_LIMIT;
    const aboveFloor = within(level30Db - room.floorDb, -5, 35) / 10;
    const belowTalker = within(level30Db - room.talkerDb, -40, 5) / 10;
    const belowLongTalker = within(level30Db - room.longTalkerDb, -40, 5) / 10;
    let at = withMeans(features, 0, speech, this.#speechMeans);
    at = withMeans(features, at, aboveFloor, this.#aboveFloorMeans);
    at = withMeans(features, at, belowTalker, this.#belowTalkerMeans);
    at = withMeans(features, at, belowLongTalker, this.#belowLongTalkerMeans);
    const unsteadiness = Math.abs(level30Db - this.#level300.next(level30Db));
    features[at++] = within(level30Db - room.speechMedianDb, -30, 20) / 10;
    features[at++] = within(level150Db - room.quietDb, -5, 40) / 10;
    features[at++] = within(levelDb - level150Db, -15, 15) / 10;
    features[at++] = this.#unsteadiness.next(unsteadiness) / 5;
    features[at++] = within(room.talkerDb - room.quietDb, 0, 50) / 10;
    features[at++] = within(room.talkerDb - room.floorDb, 0, 50) / 10;
    features[at++] = within(room.loudDb - room.quietDb, 0, 50) / 10;
    features[at++] = within(room.talkerDb - room.speechQuietDb, 0, 40) / 10;
    features[at++] = within(room.talkerDb - room.speechMedianDb, 0, 30) / 10;
    features[at++] = within(room.longTalkerDb - room.talkerDb, -5, 30) / 10;
    features[at++] = room.speechLikeness;
    features[at++] = this.#speechShare.next(probability);
    features[at++] = Math.min(1, this.#frames / SETTLED_FRAMES);
    features[at++] = Math.min(1, room.speechFrames / SETTLED_FRAMES);
    features[at++] = room.quietLikeness;
    features[at++] = within(room.loudDb - room.medianDb, 0, 40) / 10;
    features[at++] = within(room.medianDb - room.quietDb, -5, 40) / 10;
    features[at++] = this.#longUnsteadiness.next(unsteadiness) / 5;
    features[at++] = within(level30Db - this.#valley.next(level30Db), 0, 50) / 10;
    features[at++] = within(level30Db - this.#longValley.next(level30Db), 0, 50) / 10;
  }
}

/** Writes a value and its trailing means, starting at index `at`; returns the index of the next feature. */
function withMeans(features: Float64Array, at: number, value: number, means: readonly TrailingMean[]): number {
  features[at] = value;
  for (let i = 0; i < means.length; i += 1) features[at + 1 + i] = means[i]!.next(value);
  return at + 1 + means.length;
}

function trailingMeans(...lengths: number[]): readonly TrailingMean[] {
  return lengths.map((length) => new TrailingMean(length));
}

function decibels(power: number): number {
  return 10 * Math.log10(power);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
