import { describe, expect, it } from 'vitest';
import { Resampler } from '../../../../core/audio/resampler.ts';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { BandwidthCheck } from '../../../../core/metrics/bandwidthCheck.ts';
import { whiteNoise } from '../../../support/signals.ts';

/** Listens to a signal of 16 kHz as if all of it were speech. */
function listen(signal: Float32Array): BandwidthCheck {
  const meyda = new MeydaFeatures();
  const check = new BandwidthCheck();
  for (let start = 0; start + 512 <= signal.length; start += 160) {
    check.push(meyda.powerSpectrum(signal.subarray(start, start + 512)));
  }
  return check;
}

/** The same noise through a telephone's rate. */
function telephoneNoise(seconds: number): Float32Array {
  const resampler = new Resampler(8_000);
  const parts = [...resampler.push(whiteNoise(seconds, 0.3, 1, 8_000)), ...resampler.flush()];
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe('BandwidthCheck', () => {
  it('does not know under 10 s of speech', () => {
    expect(listen(whiteNoise(9, 0.3)).isNarrow).toBeUndefined();
  });

  it('takes a full band for what it is, however soft', () => {
    expect(listen(whiteNoise(11, 0.3)).isNarrow).toBe(false);
    expect(listen(whiteNoise(11, 0.0003)).isNarrow).toBe(false);
  });

  it('recognises what has gone through a telephone’s rate', () => {
    expect(listen(telephoneNoise(11)).isNarrow).toBe(true);
  });
});
