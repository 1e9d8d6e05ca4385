import { fixtureBytes, sine } from './toneFixtures.ts';
import { waveBytes } from './waveBytes.ts';

const tones = [440, 660].map((frequencyHz) => sine({ sampleRateHz: 8_000, sampleCount: 1_200, frequencyHz }));
/** A good file of each format to be mutated, short enough to be decoded thousands of times. */
export const hostileFormats: Readonly<Record<string, Uint8Array>> = {
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
