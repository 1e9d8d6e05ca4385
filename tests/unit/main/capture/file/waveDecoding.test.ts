import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../support/decodedAudio.ts';
import { sine, TONE_AMPLITUDE } from '../../../../support/toneFixtures.ts';
import { waveBytes } from '../../../../support/waveBytes.ts';
import type { WaveEncoding } from '../../../../support/waveEncoders.ts';
import { fitTone } from './toneFit.ts';

const sampleRateHz = 16_000;
const sampleCount = 5_003;
const stereo = [440, 660].map((frequencyHz) => sine({ sampleRateHz, sampleCount, frequencyHz }));

/**
 * Largest error of one quantisation step: half of it for linear codes, half a segment's step at this level for G.711.
 */
const LARGEST_ERROR: Partial<Record<WaveEncoding, number>> = {
  pcm8: 0.5 / 2 ** 7,
  pcm16: 0.5 / 2 ** 15,
  pcm24: 0.5 / 2 ** 23,
  pcm32: 2 ** -26,
  float32: 0,
  float64: 0,
  muLaw: 257 / 2 ** 15,
  aLaw: 257 / 2 ** 15,
};

describe('WAV decoding', () => {
  for (const [encoding, largestError] of Object.entries(LARGEST_ERROR) as [WaveEncoding, number][]) {
    for (const extensible of [false, true]) {
      it(`reads ${encoding}${extensible ? ' in WAVE_FORMAT_EXTENSIBLE' : ''} to within its quantisation`, async () => {
        const { channels, broken, source } = await decodeBytes(
          waveBytes(stereo, { sampleRateHz, encoding, extensible }),
        );
        expect(broken).toBeUndefined();
        expect(source).toMatchObject({ sampleRateHz, channelCount: 2, expectedSampleCount: sampleCount });
        channels.forEach((samples, channel) => {
          expect(samples).toHaveLength(sampleCount);
          const errors = samples.map((sample, i) => Math.abs(sample - stereo[channel]![i]!));
          expect(Math.max(...errors)).toBeLessThanOrEqual(largestError);
        });
      });
    }
  }

  for (const [encoding, name, snrDb] of [
    ['imaAdpcm', 'IMA ADPCM', 22],
    ['msAdpcm', 'MS ADPCM', 20],
  ] as const) {
    for (const channelCount of [1, 2, 3]) {
      it(`reads ${channelCount}-channel ${name} and leaves out the padding of its last block`, async () => {
        const frequencies = [440, 660, 880].slice(0, channelCount);
        const tones = frequencies.map((frequencyHz) => sine({ sampleRateHz, sampleCount, frequencyHz }));
        const bytes = waveBytes(tones, { sampleRateHz, encoding, factSampleCount: sampleCount });
        const { channels, source } = await decodeBytes(bytes);
        expect(source.codec).toBe(name);
        channels.forEach((samples, channel) => {
          expect(samples).toHaveLength(sampleCount);
          const fit = fitTone(samples, frequencies[channel]!, sampleRateHz);
          expect(fit.amplitude).toBeCloseTo(TONE_AMPLITUDE, 2);
          expect(Math.abs(fit.phase)).toBeLessThan(0.01);
          expect(fit.snrDb).toBeGreaterThan(snrDb);
        });
      });
    }
  }

  it('expands G.711 to the values of the standard', async () => {
    const muLaw = waveBytes([new Float32Array(4)], { sampleRateHz: 8_000, encoding: 'muLaw' });
    muLaw.set([0x80, 0x00, 0xff, 0xe7], muLaw.length - 4);
    expect([...(await decodeBytes(muLaw)).channels[0]!].map((v) => v * 32_768)).toEqual([32_124, -32_124, 0, 260]);
    const aLaw = waveBytes([new Float32Array(4)], { sampleRateHz: 8_000, encoding: 'aLaw' });
    aLaw.set([0xaa, 0x2a, 0xd5, 0x55], aLaw.length - 4);
    expect([...(await decodeBytes(aLaw)).channels[0]!].map((v) => v * 32_768)).toEqual([32_256, -32_256, 8, -8]);
  });

  it('keeps eight channels apart', async () => {
    const eight = Array.from({ length: 8 }, (_, channel) => new Float32Array(700).fill((channel - 4) / 8));
    const { channels } = await decodeBytes(waveBytes(eight, { sampleRateHz: 96_000, encoding: 'pcm24' }));
    expect(channels).toEqual(eight);
  });

  it('returns 0 for NaN, infinities and values that float32 cannot hold, and does not clip', async () => {
    const odd = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, -4, 0.5);
    const { channels } = await decodeBytes(waveBytes([odd], { sampleRateHz, encoding: 'float32' }));
    expect(channels[0]).toEqual(Float32Array.of(0, 0, -4, 0.5));
    const huge = waveBytes([new Float32Array(1)], { sampleRateHz, encoding: 'float64' });
    new DataView(huge.buffer).setFloat64(huge.length - 8, 1e300, true);
    expect((await decodeBytes(huge)).channels[0]).toEqual(Float32Array.of(0));
  });

  it('yields one second at a time', async () => {
    const long = stereo.map((samples) => Float32Array.from({ length: 20_003 }, (_, i) => samples[i % 5_003]!));
    const { chunkLengths } = await decodeBytes(waveBytes(long, { sampleRateHz }));
    expect(chunkLengths).toEqual([16_000, 4_003]);
  });
});
