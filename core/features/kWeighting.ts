import { type BiquadCoefficients, BiquadPair } from '../audio/biquad.ts';

/** The head's effect: +4 dB above 1.7 kHz. The bilinear transform yields BS.1770's coefficients at 48 kHz. */
function shelf(sampleRateHz: number): BiquadCoefficients {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRateHz);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

/** The ear's insensitivity to low sounds. As in BS.1770, its numerator 1, −2, 1 is not normalised. */
function highPass(sampleRateHz: number): BiquadCoefficients {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}

function powerGain({ b0, b1, b2, a1, a2 }: BiquadCoefficients, radians: number): number {
  const squaredMagnitude = (c0: number, c1: number, c2: number) => {
    const re = c0 + c1 * Math.cos(radians) + c2 * Math.cos(2 * radians);
    const im = c1 * Math.sin(radians) + c2 * Math.sin(2 * radians);
    return re * re + im * im;
  };
  return squaredMagnitude(b0, b1, b2) / squaredMagnitude(1, a1, a2);
}

/** Frequency at which K-weighting has unit gain. */
const REFERENCE_HZ = 997;

/**
 * K-weighting filter of ITU-R BS.1770 for one channel, designed for any sample rate from its analogue prototype and
 * scaled to unit gain at 997 Hz. BS.1770's constant of −0.691 dB undoes the gain at 997 Hz, but only at 48 kHz. This
 * filter needs no such constant: a level in LUFS is 10·log10 of the mean square.
 *
 * @throws {RangeError} when the sample rate is under 8 kHz
 */
export function kWeighting(sampleRateHz: number): BiquadPair {
  if (!(sampleRateHz >= 8000)) throw new RangeError(`sample rate ${sampleRateHz} Hz is under 8000`);
  const first = shelf(sampleRateHz);
  const second = highPass(sampleRateHz);
  const radians = (2 * Math.PI * REFERENCE_HZ) / sampleRateHz;
  const scale = 1 / Math.sqrt(powerGain(first, radians) * powerGain(second, radians));
  const scaled = { ...first, b0: first.b0 * scale, b1: first.b1 * scale, b2: first.b2 * scale };
  return new BiquadPair(scaled, second);
}
