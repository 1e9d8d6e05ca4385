import type { Span } from '../../../core/model/callReport.ts';
import { levelDbfs } from '../conditions/addNoise.ts';
import { spansOf } from './detectorTool.ts';

const FRAME_SAMPLES = 480;
const FRAME_SECONDS = 0.03;
/** A level below the rounding of 16 bits, so that digital silence has a level. */
const LOWEST_DBFS = -100;
/** Shares of all frames that are below the level of the noise and below that of the loudest speech. */
const NOISE_SHARE = 0.1;
const SPEECH_SHARE = 0.95;

/**
 * The simplest detector: frames of 30 ms above the middle, in dB, between the levels of noise and speech of the
 * recording.
 */
export function energyDetector(samples: Float32Array): Span[] {
  const levels = Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, i) =>
    Math.max(LOWEST_DBFS, levelDbfs(samples.subarray(i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES))),
  );
  const sorted = levels.toSorted((a, b) => a - b);
  const levelAt = (share: number) => sorted[Math.floor(sorted.length * share)] ?? LOWEST_DBFS;
  const threshold = (levelAt(NOISE_SHARE) + levelAt(SPEECH_SHARE)) / 2;
  return spansOf(
    levels.map((level) => level > threshold),
    FRAME_SECONDS,
  );
}
