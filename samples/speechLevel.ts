/** A start and an end in seconds. */
export type Span = [start: number, end: number];

const HOP_SECONDS = 0.005;
/** A frame this far below the loudest one contains no speech; espeak-ng is digitally silent between its words. */
const SILENCE_BELOW_PEAK_DB = 45;
/** Speech segments (IPUs) are bounded by silences of at least this length. */
const SILENCE_SECONDS = 0.2;

/** Returns the mean square as a level; a full-scale square wave is 0 dBFS and silence −Infinity. */
export function levelDbfs(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return 10 * Math.log10(sum / samples.length);
}

/**
 * Finds speech in a clean, noiseless clip, to 5 ms; silences under 200 ms are bridged.
 *
 * @returns spans in seconds from the clip's start; empty for a silent clip
 */
export function speechSegments(samples: Float32Array, sampleRateHz: number): Span[] {
  const hop = Math.round(HOP_SECONDS * sampleRateHz);
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += hop) levels.push(levelDbfs(samples.subarray(at, at + hop)));
  const threshold = Math.max(...levels) - SILENCE_BELOW_PEAK_DB;
  const segments: Span[] = [];
  for (const [index, level] of levels.entries()) {
    if (!(level > threshold)) continue;
    const start = (index * hop) / sampleRateHz;
    const end = Math.min((index + 1) * hop, samples.length) / sampleRateHz;
    const last = segments.at(-1);
    if (last !== undefined && start - last[1] < SILENCE_SECONDS - HOP_SECONDS / 2) last[1] = end;
    else segments.push([start, end]);
  }
  return segments;
}

/** Returns the level of the speech alone: the mean square over the given spans, in dBFS. */
export function activeLevelDbfs(samples: Float32Array, segments: readonly Span[], sampleRateHz: number): number {
  let sum = 0;
  let count = 0;
  for (const [start, end] of segments) {
    const speech = samples.subarray(Math.round(start * sampleRateHz), Math.round(end * sampleRateHz));
    for (const sample of speech) sum += sample * sample;
    count += speech.length;
  }
  return 10 * Math.log10(sum / count);
}

/** Returns the total length of spans that do not overlap, in seconds. */
export function totalSeconds(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** Amplifies every sample by a gain in dB. */
export function amplified(samples: Float32Array, gainDb: number): Float32Array {
  const gain = 10 ** (gainDb / 20);
  return samples.map((sample) => sample * gain);
}
