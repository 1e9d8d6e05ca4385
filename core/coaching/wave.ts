import type { CallConfig } from '../config/callConfig.ts';
import type { WaveState } from '../model/callReport.ts';
import type { Stage } from '../stream/stage.ts';
import { type CallerSlice, WaveHeight, type WaveReading } from './waveHeight.ts';

/**
 * A wave of loudness and pitch that rose and passed; `peak` is its highest moment. In seconds from the start of the
 * call.
 */
export interface PassedWave {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
}

export type WaveEvent =
  | { readonly type: 'wave-state'; readonly at: number; readonly state: WaveState }
  | { readonly type: 'wave-passed'; readonly wave: PassedWave };

interface OpenWave {
  readonly start: number;
  peak: number;
  peakHeight: number;
  /** True once it has peaked or receded: a rise that fades before that is not a wave. */
  crested: boolean;
}

/**
 * The caller's wave, from slices of their speech in order. It measures how loud and high they speak relative to their
 * first speech, never why.
 *
 * Averages and slopes run in speech time, so that the wave is still while the caller is silent; a state lasts at least
 * 6 s of the call. It is missing before 15 s of caller speech. A wave starts when the height begins to rise, ends when
 * it is level again, and starts again if it rises while receding.
 */
export class Wave implements Stage<CallerSlice, WaveEvent> {
  readonly #config: CallConfig['wave'];
  readonly #heights: WaveHeight;
  #state: WaveState | undefined;
  #changedAt = 0;
  #height: number | undefined;
  #wave: OpenWave | undefined;
  #lastEnd = 0;

  constructor(config: CallConfig['wave']) {
    this.#config = config;
    this.#heights = new WaveHeight(config);
  }

  /** Missing before 15 s of caller speech. */
  get state(): WaveState | undefined {
    return this.#state;
  }

  /** 0…1; missing while the state is. */
  get height(): number | undefined {
    return this.#state === undefined ? undefined : this.#height;
  }

  /** Slices under 0.6 s say too little and are skipped. */
  push(slice: CallerSlice): readonly WaveEvent[] {
    if (slice.end - slice.start < this.#config.minIpuSeconds) return [];
    const reading = this.#heights.push(slice);
    if (!reading || reading.speechSeconds < this.#config.minSpeechSeconds) return [];
    const at = slice.end;
    this.#lastEnd = at;
    this.#height = reading.height;
    if (this.#wave && reading.height > this.#wave.peakHeight) {
      this.#wave.peak = at;
      this.#wave.peakHeight = reading.height;
    }
    if (this.#state === undefined) return this.#enter('level', at, reading.height);
    if (at - this.#changedAt < this.#config.dwellSeconds) return [];
    const next = this.#next(this.#state, reading);
    return next === this.#state ? [] : this.#enter(next, at, reading.height);
  }

  flush(): readonly WaveEvent[] {
    return this.#endWave(this.#lastEnd);
  }

  #next(state: WaveState, reading: WaveReading): WaveState {
    const { risingLead, risingSlopePerSecond, recedingSlopePerSecond, recedingDrop, peakFloor } = this.#config;
    const { height, lead, slopePerSecond, highHeight } = reading;
    const climbing = slopePerSecond > risingSlopePerSecond;
    const falling = slopePerSecond < recedingSlopePerSecond;
    const dropped = this.#wave !== undefined && height <= this.#wave.peakHeight - recedingDrop;
    if (climbing && lead > risingLead && state !== 'peak') return 'rising';
    if (state === 'level') return 'level';
    if (falling && dropped) return 'receding';
    if (climbing || falling) return state;
    if (state === 'rising') {
      if (height >= Math.max(peakFloor, highHeight)) return 'peak';
      return lead > risingLead ? 'rising' : 'level';
    }
    if (state === 'peak') return dropped ? 'level' : 'peak';
    return 'level';
  }

  #enter(state: WaveState, at: number, height: number): readonly WaveEvent[] {
    const passed = state === 'level' || state === 'rising' ? this.#endWave(at) : [];
    if (state === 'rising') this.#wave = { start: at, peak: at, peakHeight: height, crested: false };
    else if (this.#wave) this.#wave.crested = true;
    this.#state = state;
    this.#changedAt = at;
    return [...passed, { type: 'wave-state', at, state }];
  }

  #endWave(end: number): readonly WaveEvent[] {
    const wave = this.#wave;
    this.#wave = undefined;
    return wave?.crested ? [{ type: 'wave-passed', wave: { start: wave.start, peak: wave.peak, end } }] : [];
  }
}
