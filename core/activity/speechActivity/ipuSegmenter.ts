import { secondsOf } from '../../stream/frameTime.ts';

/** Continuous speech of this length starts an IPU: 80 ms, shorter than any syllable and longer than a click. */
const ONSET_FRAMES = 8;
/** Silence of this length ends an IPU: 200 ms, longer than the closure of a stop consonant. */
const SILENCE_FRAMES = 20;

/** After n frames, all boundaries up to frame n minus this are known. */
export const IPU_DECISION_FRAMES = SILENCE_FRAMES;

/**
 * Start of the first frame of speech or end of the last one, in seconds (whole frames) from the start of the stream.
 */
export type IpuEvent =
  | { readonly type: 'start'; readonly start: number }
  | { readonly type: 'end'; readonly start: number; readonly end: number };

/**
 * Joins frames of speech into inter-pausal units (IPUs). A start is reported when it is confirmed, 80 ms later, and an
 * end after 200 ms of silence, which are not part of the unit.
 */
export class IpuSegmenter {
  #frames = 0;
  /** First frames of the current run of speech and of the open unit. */
  #runStart: number | undefined;
  #unitStart: number | undefined;
  #speechEnd = 0;

  /** @param speech the final decision of the next frame of 10 ms */
  push(speech: boolean): readonly IpuEvent[] {
    const frame = this.#frames;
    this.#frames += 1;
    return speech ? this.#pushSpeech(frame) : this.#pushSilence(frame);
  }

  /** Ends the stream and any open unit. */
  flush(): readonly IpuEvent[] {
    return this.#unitStart === undefined ? [] : [this.#end(this.#unitStart)];
  }

  #pushSpeech(frame: number): readonly IpuEvent[] {
    this.#runStart ??= frame;
    this.#speechEnd = frame + 1;
    if (this.#unitStart !== undefined || this.#speechEnd - this.#runStart < ONSET_FRAMES) return [];
    this.#unitStart = this.#runStart;
    return [{ type: 'start', start: secondsOf(this.#unitStart) }];
  }

  #pushSilence(frame: number): readonly IpuEvent[] {
    this.#runStart = undefined;
    if (this.#unitStart === undefined || frame + 1 - this.#speechEnd < SILENCE_FRAMES) return [];
    return [this.#end(this.#unitStart)];
  }

  #end(unitStart: number): IpuEvent {
    this.#unitStart = undefined;
    return { type: 'end', start: secondsOf(unitStart), end: secondsOf(this.#speechEnd) };
  }
}
