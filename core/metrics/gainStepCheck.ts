import type { CallConfig } from '../config/callConfig.ts';
import { NoiseGuard } from '../features/noiseGuard.ts';
import { median } from '../statistics/median.ts';
import { FRAMES_PER_BLOCK, secondsOf } from '../stream/frameTime.ts';
import type { SpeakerFrame } from './speakerFrame.ts';

/** The noise must stay at its new level for half a second. */
const NOISE_AFTER_BLOCKS = 5;
/** The noise must have been at its old level for half of the last second in which it was heard. */
const NOISE_BEFORE_BLOCKS = { least: 5, most: 10 };
/** Blocks on one side of the step that may be at the level of the other: a breath, or the step itself. */
const NOISE_STRAY_BLOCKS = 1;
/** Speech on either side of the step: enough for the median of a talker rather than of a word. */
const SPEECH_BEFORE_BLOCKS = { least: 20, most: 40 };
const SPEECH_AFTER_BLOCKS = 20;
/** Blocks remembered. After the step, speech may continue for long before there is noise again. */
const SPEECH_BLOCKS = 120;
/** Least gap between the old and the new levels, as a share of the step. */
const CLEAR_SHARE = 0.5;
/** The noise must not have stepped for 20 s: noise that comes and goes says nothing about the gain. */
const REST_FRAMES = 2_000;
/** Weaker noise does not count: rounding to 16 bits causes −101 dB, which no gain affects. */
const LEAST_NOISE_POWER = 1e-9;

/** Level of 100 ms of speech, with the number of noise blocks heard before it. */
interface LevelOfSpeech {
  readonly levelDb: number;
  readonly noiseBlockCount: number;
}

/** A step of the noise that speech has not yet confirmed. */
interface Suspicion {
  readonly atFrame: number;
  readonly noiseStepDb: number;
  readonly speechBeforeDb: number;
  readonly speechAfterDb: number[];
}

/**
 * Detects a change of a microphone's gain during a call: the noise of the room and the speech then rise or fall
 * together. A talker who raises their voice leaves the noise unchanged, and a fan leaves the voice unchanged. The step
 * is measured on the noise, which is steadier than a voice. A noise gate hides the noise, and with it any step.
 *
 * One push per settled 10 ms frame.
 */
export class GainStepCheck {
  readonly #config: CallConfig['signalTrust'];
  readonly #guard = new NoiseGuard<number>();
  readonly #noise = new LevelBlock();
  readonly #speech = new LevelBlock();
  /** The latest blocks. */
  readonly #noiseDb: number[] = [];
  readonly #speechBlocks: LevelOfSpeech[] = [];
  #noiseBlockCount = 0;
  #suspicion: Suspicion | undefined;
  #frames = 0;
  /** Frames of the latest steps of the noise and of the gain. */
  #noiseSteppedAtFrame = Number.NEGATIVE_INFINITY;
  #gainSteppedAtFrame = 0;

  constructor(config: CallConfig['signalTrust']) {
    this.#config = config;
  }

  /** True while the noise has stepped and it is unknown if the speech has too. */
  get isInDoubt(): boolean {
    return this.#suspicion !== undefined;
  }

  /** Time of the last gain change, in seconds from the first frame. */
  get steppedAtSeconds(): number {
    return secondsOf(this.#gainSteppedAtFrame);
  }

  /** @returns the gain change in dB, once it is known */
  push({ speech, kPower }: Pick<SpeakerFrame, 'speech' | 'kPower'>): number | undefined {
    this.#frames += 1;
    if (speech) {
      this.#guard.pushSpeech();
      const levelDb = this.#speech.push(kPower);
      return levelDb === undefined ? undefined : this.#hearSpeech(levelDb);
    }
    const power = this.#guard.pushSilence(kPower);
    const levelDb = power === undefined || power < LEAST_NOISE_POWER ? undefined : this.#noise.push(power);
    if (levelDb !== undefined) this.#hearNoise(levelDb);
    return undefined;
  }

  #hearSpeech(levelDb: number): number | undefined {
    const suspicion = this.#suspicion;
    this.#speechBlocks.push({ levelDb, noiseBlockCount: this.#noiseBlockCount });
    if (this.#speechBlocks.length > SPEECH_BLOCKS) this.#speechBlocks.shift();
    if (!suspicion) return undefined;
    suspicion.speechAfterDb.push(levelDb);
    if (suspicion.speechAfterDb.length < SPEECH_AFTER_BLOCKS) return undefined;
    this.#suspicion = undefined;
    const { noiseStepDb, speechBeforeDb, speechAfterDb } = suspicion;
    const speechStepDb = median(speechAfterDb)! - speechBeforeDb;
    const { low, high } = this.#config.gainStepSpeechShare;
    const share = speechStepDb / noiseStepDb;
    const isStep = share >= low && share <= high;
    if (!isStep) return undefined;
    this.#gainSteppedAtFrame = suspicion.atFrame;
    this.#speechBlocks.splice(0, this.#speechBlocks.length - SPEECH_AFTER_BLOCKS);
    return noiseStepDb;
  }

  #hearNoise(levelDb: number): void {
    this.#noiseBlockCount += 1;
    this.#noiseDb.push(levelDb);
    if (this.#noiseDb.length > NOISE_BEFORE_BLOCKS.most + NOISE_AFTER_BLOCKS) this.#noiseDb.shift();
    const stepDb = this.#noiseStepDb();
    if (stepDb === undefined) return;
    this.#noiseDb.splice(0, this.#noiseDb.length - NOISE_AFTER_BLOCKS);
    const isRestless = this.#frames - this.#noiseSteppedAtFrame < REST_FRAMES;
    this.#noiseSteppedAtFrame = this.#frames;
    // Noise that comes and goes is not a gain change.
    if (this.#suspicion) this.#suspicion = undefined;
    else if (!isRestless) this.#suspect(stepDb);
  }

  /** Collects speech from both sides of the step. Speech between the old and the new noise may belong to either. */
  #suspect(noiseStepDb: number): void {
    const lastBefore = this.#noiseBlockCount - NOISE_AFTER_BLOCKS;
    const levels = (blocks: readonly LevelOfSpeech[]) => blocks.map(({ levelDb }) => levelDb);
    const before = levels(this.#speechBlocks.filter(({ noiseBlockCount }) => noiseBlockCount < lastBefore)).slice(
      -SPEECH_BEFORE_BLOCKS.most,
    );
    if (before.length < SPEECH_BEFORE_BLOCKS.least) return;
    this.#suspicion = {
      atFrame: this.#frames - NOISE_AFTER_BLOCKS * FRAMES_PER_BLOCK,
      noiseStepDb,
      speechBeforeDb: median(before)!,
      speechAfterDb: levels(this.#speechBlocks.filter(({ noiseBlockCount }) => noiseBlockCount > lastBefore)),
    };
  }

  /** Returns the step of the noise in the last half second, or undefined if there is no clear step. */
  #noiseStepDb(): number | undefined {
    const before = this.#noiseDb.slice(0, -NOISE_AFTER_BLOCKS).sort((a, b) => a - b);
    const after = this.#noiseDb.slice(-NOISE_AFTER_BLOCKS).sort((a, b) => a - b);
    if (before.length < NOISE_BEFORE_BLOCKS.least) return undefined;
    const stepDb = median(after)! - median(before)!;
    if (Math.abs(stepDb) < this.#config.gainStepDb) return undefined;
    const [lower, upper] = stepDb > 0 ? [before, after] : [after, before];
    const clearDb = upper[NOISE_STRAY_BLOCKS]! - lower.at(-1 - NOISE_STRAY_BLOCKS)!;
    return clearDb >= CLEAR_SHARE * Math.abs(stepDb) ? stepDb : undefined;
  }
}

/** Averages frames to a level over 100 ms. */
class LevelBlock {
  #frames = 0;
  #power = 0;

  push(power: number): number | undefined {
    this.#frames += 1;
    this.#power += power;
    if (this.#frames < FRAMES_PER_BLOCK) return undefined;
    const levelDb = 10 * Math.log10(this.#power / FRAMES_PER_BLOCK);
    this.#frames = 0;
    this.#power = 0;
    return levelDb;
  }
}
