import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Wave, type WaveEvent } from '../../../../core/coaching/wave.ts';
import { type CallerSlice, WaveHeight } from '../../../../core/coaching/waveHeight.ts';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';

const config = defaultCallConfig.wave;

/** A slice of 1.5 s at `at`, with `arousal` from 0 for the usual voice to 1 for half an octave and 6 dB above it. */
function slice(at: number, arousal: number, jitter = 0): CallerSlice {
  return {
    start: at,
    end: at + 1.5,
    f0Hz: 150 * 2 ** ((arousal + jitter) / 2),
    alphaRatioDb: -10 + 6 * (arousal + jitter),
    activeLufs: -28 + 6 * (arousal + jitter),
    articulationRate: 4.5,
  };
}

/** Plays a caller who speaks for 3 s in every 6 s with the arousal of the moment, ±0.2. */
function play(wave: Wave, seconds: number, arousal: (at: number) => number): WaveEvent[] {
  const events: WaveEvent[] = [];
  for (let at = 0; at < seconds; at += 6) {
    const jitter = (((at / 6) * 7) % 5) / 10 - 0.2;
    for (const start of [at, at + 1.5])
      events.push(...wave.push(slice(start, arousal(start), start > at ? -jitter : jitter)));
  }
  return [...events, ...wave.flush()];
}

const statesOf = (events: readonly WaveEvent[]) =>
  events.flatMap((event) => (event.type === 'wave-state' ? [event.state] : []));
const wavesOf = (events: readonly WaveEvent[]) =>
  events.flatMap((event) => (event.type === 'wave-passed' ? [event.wave] : []));

describe("the caller's wave", () => {
  it('is level in a calm call, and unknown before 15 s of caller speech', () => {
    const wave = new Wave(config);
    const events = play(wave, 300, () => 0);
    expect(events).toEqual([{ type: 'wave-state', at: 27, state: 'level' }]);
    expect(wave.height).toBeCloseTo(0.5, 0);
  });

  it('rises, peaks and recedes with a caller who gets louder and higher and calms down, as one wave', () => {
    const events = play(new Wave(config), 360, (at) => (at > 120 && at < 210 ? 1 : 0));
    expect(statesOf(events)).toEqual(['level', 'rising', 'peak', 'receding', 'level']);
    const [wave, ...others] = wavesOf(events);
    expect(others).toEqual([]);
    expect(wave!.start).toBeGreaterThan(120);
    expect(wave!.start).toBeLessThan(140);
    expect(wave!.peak).toBeGreaterThan(150);
    expect(wave!.peak).toBeLessThanOrEqual(210);
    expect(wave!.end).toBeGreaterThan(215);
    expect(wave!.end).toBeLessThan(270);
  });

  it('counts two waves if the caller rises twice', () => {
    const events = play(new Wave(config), 500, (at) => ((at > 120 && at < 200) || (at > 290 && at < 370) ? 1 : 0));
    expect(wavesOf(events)).toHaveLength(2);
  });

  it('gives little weight to level alone: a far end that turns up its gain is not a wave', () => {
    const wave = new Wave(config);
    const events: WaveEvent[] = [];
    for (let at = 0; at < 300; at += 3) {
      const jitter = (at % 5) / 10;
      events.push(...wave.push({ ...slice(at, 0, jitter), activeLufs: at > 120 ? -16 + jitter : -28 + jitter }));
    }
    expect(statesOf(events)).toEqual(['level']);
  });

  it('stays in a state for 6 s at least', () => {
    const heights = fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(heights, (arousals) => {
        const wave = new Wave(config);
        const events = arousals.flatMap((arousal, i) => wave.push(slice(2 * i, arousal)));
        const times = events.flatMap((event) => (event.type === 'wave-state' ? [event.at] : []));
        for (const [i, at] of times.entries()) expect(at - (times[i - 1] ?? -10)).toBeGreaterThanOrEqual(6);
        for (const passed of wavesOf([...events, ...wave.flush()])) {
          expect(passed.start).toBeLessThanOrEqual(passed.peak);
          expect(passed.peak).toBeLessThanOrEqual(passed.end);
        }
        expect(wave.height).toSatisfy((height: number) => height >= 0 && height <= 1);
      }),
    );
  });

  it('skips slices under 0.6 s and slices without any known feature', () => {
    const wave = new Wave(config);
    const nothing = { f0Hz: undefined, alphaRatioDb: undefined, activeLufs: undefined, articulationRate: undefined };
    for (let at = 0; at < 100; at += 2) {
      expect(wave.push({ ...slice(at, 3), end: at + 0.5 })).toEqual([]);
      expect(wave.push({ start: at, end: at + 1.5, ...nothing })).toEqual([]);
    }
    expect(wave.state).toBeUndefined();
    expect(wave.height).toBeUndefined();
  });
});

describe('the height of the wave', () => {
  it('is the percentile in the first 30 s of speech, for any known features', () => {
    const heights = new WaveHeight(config);
    for (let i = 0; i < 20; i += 1) heights.push({ ...slice(2 * i, i / 20), alphaRatioDb: undefined });
    let height = 0;
    for (let i = 20; i < 60; i += 1) height = heights.push({ ...slice(2 * i, 5), articulationRate: undefined })!.height;
    expect(height).toBeCloseTo(1, 2);
    for (let i = 60; i < 120; i += 1)
      height = heights.push({ ...slice(2 * i, -5), articulationRate: undefined })!.height;
    expect(height).toBeCloseTo(0, 2);
  });

  it('ranks the first slices again as the reference grows: in any order, the mean of a voice is one half', () => {
    const heights = new WaveHeight({ ...config, fastSeconds: 1000, slowSeconds: 1000 });
    let height: number | undefined;
    for (let i = 0; i < 20; i += 1) height = heights.push(slice(2 * i, i / 20))!.height;
    expect(height).toBeCloseTo(0.5, 1);
  });
});
