import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Wave, type WaveEvent } from '../../../../core/coaching/wave.ts';
import type { CallerSlice } from '../../../../core/coaching/waveHeight.ts';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import type { SpeakerFrame } from '../../../../core/metrics/speakerFrame.ts';
import { CallerSlices } from '../../../../core/pipeline/callerSlices.ts';
import { seededRandom } from '../../../support/signals.ts';

const config = defaultCallConfig.wave;

/** Start and end of speech, in frames. */
type Ipu = readonly [number, number];

/** A caller who speaks for `shortest` to `shortest + more` frames at a time, 0.3 to 0.9 s apart, and an agent. */
function callerIpus(seconds: number, shortest: number, more: number): Ipu[] {
  const random = seededRandom(7);
  const ipus: Ipu[] = [];
  for (let at = 100; at < seconds * 100; ) {
    const end = at + shortest + Math.floor(more * random());
    ipus.push([at, end]);
    at = end + (random() < 0.3 ? 400 : 30 + Math.floor(60 * random()));
  }
  return ipus;
}

/** A frame of the caller; every 250 ms syllable has its own pitch and sharpness. */
function frameAt(index: number, speech: boolean, arousal: number, syllables: readonly number[]): SpeakerFrame {
  const own = arousal + syllables[Math.floor(index / 25)]!;
  const high = 10 ** ((-10 + 6 * own) / 10);
  return {
    index,
    speech,
    kPower: speech ? 10 ** ((-28 + 6 * own) / 10) : 1e-7,
    alpha: speech ? { low: 1, high, lowNoise: 0, highNoise: 0 } : undefined,
    f0Hz: speech ? 150 * 2 ** (own / 2) : undefined,
    nuclei: speech && index % 25 === 0 ? [index / 100] : [],
  };
}

function slicesOf(ipus: readonly Ipu[], arousal: (seconds: number) => number): CallerSlice[] {
  const random = seededRandom(11);
  const frames = ipus.at(-1)![1] + 100;
  const syllables = Array.from({ length: frames }, () => 0.8 * (random() - 0.5));
  const slices = new CallerSlices(config);
  const found: CallerSlice[] = [];
  const speech = new Uint8Array(frames);
  for (const [start, end] of ipus) speech.fill(1, start, end);
  const ends = new Set(ipus.map(([, end]) => end));
  for (let i = 0; i < frames; i += 1) {
    found.push(...slices.push(frameAt(i, speech[i] === 1, arousal(i / 100), syllables)));
    // An IPU is known to have ended 200 ms later.
    if (ends.has(i - 20)) found.push(...slices.endIpu());
  }
  found.push(...slices.endIpu());
  return found;
}

function wavesIn(slices: readonly CallerSlice[]): number {
  const wave = new Wave(config);
  const events: WaveEvent[] = [...slices.flatMap((slice) => wave.push(slice)), ...wave.flush()];
  return events.filter(({ type }) => type === 'wave-passed').length;
}

const twoWaves = (at: number) => ((at > 90 && at < 150) || (at > 230 && at < 290) ? 1 : 0);

describe("the caller's slices", () => {
  it.each([
    ['in long stretches', 100, 400],
    ['in short stretches', 40, 120],
  ])('give two waves for a caller who rises twice, wherever exactly speech %s begins and ends', (_, shortest, more) => {
    const ipus = callerIpus(360, shortest, more);
    const edges = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2 * ipus.length, maxLength: 2 * ipus.length });
    fc.assert(
      fc.property(edges, (shifts) => {
        const shifted = ipus.map(([start, end], i): Ipu => [start + shifts[2 * i]!, end + shifts[2 * i + 1]!]);
        expect(wavesIn(slicesOf(shifted, twoWaves))).toBe(2);
      }),
      { numRuns: 15 },
    );
  });
});
