import { describe, expect, it } from 'vitest';
import { Resampler } from '../../../../core/audio/resampler.ts';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { BandwidthCheck } from '../../../../core/metrics/bandwidthCheck.ts';
import { whiteNoise } from '../../../support/signals.ts';

/** Checks a 16 kHz signal as if all of it were speech. */
function listen(signal: Float32Array): BandwidthCheck {
  const meyda = new MeydaFeatures();
  const check = new BandwidthCheck();
  for (let start = 0; start + 512 <= signal.length; start += 160) {
    check.push(meyda.powerSpectrum(signal.subarray(start, start + 512)));
  }
  return check;
}

/** The same noise at a telephone's sample rate. */
function telephoneNoise(seconds: number): Float32Array {
  const resampler = new Resampler(8_000);
  const parts = [...resampler.push(whiteNoise(seconds, 0.3, 1, 8_000)), ...resampler.flush()];
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe('BandwidthCheck', () => {
  it('has no verdict before 10 s of speech', () => {
    expect(listen(whiteNoise(9, 0.3)).isNarrow).toBeUndefined();
  });

  it('recognises full bandwidth, however soft', () => {
    expect(listen(whiteNoise(11, 0.3)).isNarrow).toBe(false);
    expect(listen(whiteNoise(11, 0.0003)).isNarrow).toBe(false);
  });

  it('recognises sound at a telephone’s sample rate', () => {
    expect(listen(telephoneNoise(11)).isNarrow).toBe(true);
  });
});
