import type { CallConfig } from '../config/callConfig.ts';
import type { Span } from '../model/callReport.ts';
import { framesOf } from '../stream/frameTime.ts';
import { Hysteresis } from './hysteresis.ts';

/** A speaker's lasting rate at the end of a block of speech. */
export interface RateMoment {
  readonly at: number;
  /** Syllables per second over the last 8 s of speech. */
  readonly lastingRate: number | undefined;
  /** The speaker's usual rate; missing without a personal baseline, when the absolute limit applies. */
  readonly usualRate: number | undefined;
  readonly speechFrames: number;
}

/** Finds stretches of hurried speech, by the thresholds and times of the cue "Slower". */
export class RushedSpans {
  readonly #config: Pick<CallConfig, 'cues' | 'rate'>;
  readonly #condition: Hysteresis;
  #since: number | undefined;
  #lastAt = 0;

  constructor(config: Pick<CallConfig, 'cues' | 'rate'>) {
    this.#config = config;
    this.#condition = new Hysteresis(framesOf(config.cues.slower.onSeconds), framesOf(0.01));
  }

  /** Returns a span if one ended here. */
  push({ at, lastingRate, usualRate, speechFrames }: RateMoment): readonly Span[] {
    const { slower } = this.#config.cues;
    const usual = usualRate ?? this.#config.rate.absoluteFast / slower.on;
    const reading =
      lastingRate === undefined ? undefined : { value: lastingRate, on: slower.on * usual, off: slower.off * usual };
    for (let frame = 0; frame < speechFrames; frame++) this.#condition.push(at, reading, true);
    this.#lastAt = at;
    if (this.#condition.active) {
      this.#since ??= this.#condition.beyondSince ?? at;
      return [];
    }
    return this.#end();
  }

  flush(): readonly Span[] {
    return this.#end();
  }

  #end(): readonly Span[] {
    const since = this.#since;
    this.#since = undefined;
    return since === undefined ? [] : [[since, this.#lastAt]];
  }
}
