import { Resampler } from '../../../core/audio/resampler.ts';
import { decodeMuLaw } from '../../../main/capture/file/wave/g711.ts';
import { joinedSamples } from '../audio/joinedSamples.ts';
import { encodeMuLaw } from './encodeMuLaw.ts';

const BAND_HZ = { low: 300, high: 3400 };
/** Quality factors of the two sections of a fourth-order Butterworth filter. */
const SECTION_QS = [0.541_196_1, 1.306_563];

/**
 * Simulates a narrow-band telephone line: 300–3400 Hz (fourth order on both sides), 8 kHz, µ-law, and back.
 *
 * @param samples at 16 kHz
 * @returns as many samples at 16 kHz
 */
export function throughTelephone(samples: Float32Array): Float32Array {
  let banded = samples;
  for (const q of SECTION_QS) {
    banded = filtered(banded, section('high-pass', BAND_HZ.low, q));
    banded = filtered(banded, section('low-pass', BAND_HZ.high, q));
  }
  // The resampler's rates only matter as a ratio: from "32" to 16 kHz halves the rate, from 8 to 16 kHz doubles it.
  const [sent] = decodeMuLaw(encodeMuLaw(resampled(banded, 32_000)), 1);
  return resampled(sent!, 8_000).subarray(0, samples.length);
}

function resampled(samples: Float32Array, fromRateHz: number): Float32Array {
  const resampler = new Resampler(fromRateHz);
  return joinedSamples([...resampler.push(samples), ...resampler.flush()]);
}

interface Section {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Returns a second-order section at 16 kHz by the Audio EQ Cookbook (Bristow-Johnson). */
function section(kind: 'high-pass' | 'low-pass', cornerHz: number, q: number): Section {
  const angle = (2 * Math.PI * cornerHz) / 16_000;
  const alpha = Math.sin(angle) / (2 * q);
  const a0 = 1 + alpha;
  const edge = (kind === 'high-pass' ? 1 + Math.cos(angle) : 1 - Math.cos(angle)) / (2 * a0);
  const middle = kind === 'high-pass' ? -2 * edge : 2 * edge;
  return { b: [edge, middle, edge], a: [(-2 * Math.cos(angle)) / a0, (1 - alpha) / a0] };
}

function filtered(samples: Float32Array, { b, a }: Section): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}
