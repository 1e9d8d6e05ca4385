import { describe, expect, it } from 'vitest';
import { decodeHostile } from '../../../../support/hostileAudio.ts';
import { fixtureBytes, sine } from '../../../../support/toneFixtures.ts';
import { waveBytes } from '../../../../support/waveBytes.ts';

const MUTATIONS_PER_FORMAT = 25;
const HANG_MS = 5_000;

const tones = [440, 660].map((frequencyHz) => sine({ sampleRateHz: 8_000, sampleCount: 1_200, frequencyHz }));
const FORMATS: Record<string, Uint8Array> = {
  'WAV float': waveBytes(tones, { sampleRateHz: 8_000, encoding: 'float64', extensible: true }),
  RF64: waveBytes(tones, { sampleRateHz: 8_000, form: 'RF64' }),
  'IMA ADPCM': waveBytes(tones, { sampleRateHz: 8_000, encoding: 'imaAdpcm' }),
  'MS ADPCM': waveBytes(tones, { sampleRateHz: 8_000, encoding: 'msAdpcm' }),
  FLAC: fixtureBytes('mono16k.flac'),
  'Ogg FLAC': fixtureBytes('mono16k.oga'),
  'MP3 with Xing header': fixtureBytes('mono16k.mp3'),
  'MP3 without': fixtureBytes('mono44kNoXing.mp3'),
  'Ogg Opus': fixtureBytes('stereo48k.opus'),
  'Ogg Opus, six channels': fixtureBytes('six48k.opus'),
  'Ogg Vorbis': fixtureBytes('mono16k.ogg'),
  M4A: fixtureBytes('aac.m4a'),
};

describe('hostile files', () => {
  for (const [name, original] of Object.entries(FORMATS)) {
    it(`end in samples or a typed error, mutated ${name}`, async () => {
      for (let seed = 1; seed <= MUTATIONS_PER_FORMAT; seed++) {
        const outcome = await decodeHostile(original, seed);
        expect(outcome, `seed ${seed}`).not.toMatchObject({ kind: 'raw' });
        expect(outcome.milliseconds, `seed ${seed}`).toBeLessThan(HANG_MS);
      }
    });
  }
});
