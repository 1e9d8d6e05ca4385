import type { CallConfig } from '../config/callConfig.ts';
import { FRAMES_PER_BLOCK } from '../stream/frameTime.ts';
import type { BaselineInForce } from './baselineInForce.ts';
import type { SpeakerFrame } from './speakerFrame.ts';
import { type SpeechBlock, SpeechBlocks } from './speechBlock.ts';
import { type RateReading, TrailingRate } from './trailingRate.ts';
import { TrailingVoice, type VoiceReading } from './trailingVoice.ts';
import { semitones, vocalEffortDb } from './vocalEffort.ts';

/** A speaker's trailing readings at the end of a 100 ms block. */
export interface SpeakerReading {
  readonly block: SpeechBlock;
  readonly voice: VoiceReading;
  /** Over the last 4 s of speech. */
  readonly rate: RateReading | undefined;
  /** Over the last 8 s of speech: lasting hurry. */
  readonly lastingRate: RateReading | undefined;
  /** Relative to the baseline in force; agent only. */
  readonly effortDb: number | undefined;
  /** F0 relative to the baseline in force; agent only. */
  readonly pitchSemitones: number | undefined;
}

/** Longest look-back of the lasting rate, as a multiple of the speech it needs. */
const LASTING_LOOK_BACK = 2.5;

/** Turns a speaker's frames into trailing readings ten times a second. */
export class SpeakerMeter {
  readonly #config: CallConfig;
  readonly #baseline: BaselineInForce | undefined;
  readonly #blocks = new SpeechBlocks();
  readonly #voice: TrailingVoice;
  readonly #rate: TrailingRate;
  readonly #lastingRate: TrailingRate;

  /** @param baseline the agent's reference; missing for the caller */
  constructor(config: CallConfig, baseline: BaselineInForce | undefined) {
    this.#config = config;
    this.#baseline = baseline;
    const { rate } = config;
    this.#voice = new TrailingVoice(config.level);
    this.#rate = new TrailingRate(rate.windowSpeechSeconds, rate.lookBackSeconds, rate.minSpeechSeconds, rate);
    this.#lastingRate = new TrailingRate(
      rate.rushedWindowSpeechSeconds,
      rate.rushedWindowSpeechSeconds * LASTING_LOOK_BACK,
      rate.rushedWindowSpeechSeconds / 2,
      rate,
    );
  }

  push(frame: SpeakerFrame): SpeakerReading | undefined {
    const [block] = this.#blocks.push(frame);
    return block && this.#read(block);
  }

  flush(): SpeakerReading | undefined {
    const [block] = this.#blocks.flush();
    return block && this.#read(block);
  }

  #read(block: SpeechBlock): SpeakerReading {
    this.#voice.push(block);
    this.#rate.push(block);
    this.#lastingRate.push(block);
    const voice = this.#voice.reading();
    const rate = this.#rate.reading();
    this.#baseline?.push(block.speechFrames, voice, rate?.rate);
    const inForce = this.#baseline;
    const baseline = inForce?.baseline;
    return {
      block,
      voice,
      rate,
      lastingRate: this.#lastingRate.reading(),
      effortDb: baseline && vocalEffortDb(voice, baseline, inForce.gainTrusted, this.#config.effort),
      pitchSemitones: baseline?.f0Hz && voice.f0Hz !== undefined ? semitones(voice.f0Hz, baseline.f0Hz.p50) : undefined,
    };
  }
}

/** Returns true if at least half of a block is speech. */
export function isSpeechBlock(block: SpeechBlock): boolean {
  return block.speechFrames * 2 >= FRAMES_PER_BLOCK;
}
