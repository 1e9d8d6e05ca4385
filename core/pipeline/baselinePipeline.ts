import { BaselineMeter, type CaptureOrigin } from '../metrics/baselineMeter.ts';
import { isSpeechBlock, SpeakerMeter, type SpeakerReading } from '../metrics/speakerMeter.ts';
import type { Baseline } from '../model/baseline.ts';
import { defaultCallConfig } from './config.ts';
import { PartyFrontEnd } from './partyFrontEnd.ts';

/** The soft reading must be this much softer to say how the alpha ratio follows the level. */
const LEAST_SOFTENING_DB = 3;
/** The published range is 0.42–0.68 dB per dB (Sundberg & Nordenberg 2006); a fit far from it is a fault of the readings. */
const ALPHA_PER_DB = { low: 0.3, high: 0.9 };

/** Measures one reading of a speaker, by the same windows that a call is measured with. */
export class BaselinePipeline {
  static readonly minSpeechSeconds = 8;

  readonly #frontEnd: PartyFrontEnd;
  readonly #speaker = new SpeakerMeter(defaultCallConfig, undefined);
  readonly #meter = new BaselineMeter();
  #speechFrames = 0;

  constructor(sourceRateHz: number) {
    this.#frontEnd = new PartyFrontEnd(defaultCallConfig, sourceRateHz);
  }

  push(samples: Float32Array, probabilities: Float32Array): void {
    this.#take(this.#frontEnd.push(samples, probabilities));
  }

  flush(): void {
    this.#take(this.#frontEnd.flush());
    this.#read(this.#speaker.flush());
  }

  /**
   * The baseline of this, the normal reading; missing for under 8 s of speech.
   * @param soft the same speaker's soft reading, which tells how their alpha ratio follows their level
   */
  baseline(origin: CaptureOrigin, soft?: BaselinePipeline): Baseline | undefined {
    if (this.#speechFrames < BaselinePipeline.minSpeechSeconds * 100) return undefined;
    const normal = this.#meter.baseline(origin);
    const softened = soft?.baseline(origin);
    return normal && { ...normal, alphaPerDb: softened ? alphaPerDb(normal, softened) : null };
  }

  #take(ticks: ReturnType<PartyFrontEnd['push']>): void {
    for (const { settled } of ticks) if (settled) this.#read(this.#speaker.push(settled.frame));
  }

  #read(reading: SpeakerReading | undefined): void {
    if (!reading || !isSpeechBlock(reading.block)) return;
    this.#speechFrames += reading.block.speechFrames;
    this.#meter.push(reading.voice, reading.rate?.rate);
  }
}

/** dB of alpha ratio per dB of level between two readings; null where they do not differ enough or make no sense. */
function alphaPerDb(normal: Baseline, soft: Baseline): number | null {
  const levelDb = normal.activeLufs.p50 - soft.activeLufs.p50;
  if (!normal.alphaRatioDb || !soft.alphaRatioDb || levelDb < LEAST_SOFTENING_DB) return null;
  const slope = (normal.alphaRatioDb.p50 - soft.alphaRatioDb.p50) / levelDb;
  return slope >= ALPHA_PER_DB.low && slope <= ALPHA_PER_DB.high ? Math.round(slope * 100) / 100 : null;
}
