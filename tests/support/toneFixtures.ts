import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WaveEncoding } from './waveEncoders.ts';

/** A small recording under tests/fixtures/audio: one sine per channel, all with the same amplitude and phase 0. */
export interface ToneFixture {
  readonly fileName: string;
  readonly sampleRateHz: number;
  readonly sampleCount: number;
  readonly frequenciesHz: readonly number[];
  readonly input: WaveEncoding;
  readonly encoder: { readonly program: 'ffmpeg' | 'sox'; readonly options: readonly string[] };
}

export const TONE_AMPLITUDE = 0.25;

const ffmpeg = (...options: string[]) => ({ program: 'ffmpeg', options }) as const;
const sox = (...options: string[]) => ({ program: 'sox', options }) as const;

/** No sample count is a multiple of a frame length, so that every encoder has to pad. */
export const TONE_FIXTURES: readonly ToneFixture[] = [
  tone('mono16k.flac', 16_000, 9_001, [440], sox('-C', '5')),
  tone('stereo24bit.flac', 44_100, 1_501, [440, 660], sox('-C', '0'), 'pcm24'),
  tone('mono16k.mp3', 16_000, 16_001, [440], ffmpeg('-c:a', 'libmp3lame', '-b:a', '24k')),
  tone('stereo44k.mp3', 44_100, 20_003, [440, 660], ffmpeg('-c:a', 'libmp3lame', '-b:a', '96k')),
  tone('mono44kNoXing.mp3', 44_100, 20_003, [440], ffmpeg('-c:a', 'libmp3lame', '-b:a', '64k', '-write_xing', '0')),
  tone('mono8kSource.opus', 8_000, 8_003, [440], ffmpeg('-c:a', 'libopus', '-b:a', '24k')),
  tone(
    'stereo48k.opus',
    48_000,
    30_011,
    [440, 660],
    ffmpeg('-c:a', 'libopus', '-b:a', '64k', '-page_duration', '200000'),
  ),
  tone(
    'six48k.opus',
    48_000,
    12_013,
    [440, 550, 660, 60, 770, 880],
    ffmpeg('-c:a', 'libopus', '-b:a', '192k', '-page_duration', '100000'),
  ),
  tone('mono16k.ogg', 16_000, 16_001, [440], ffmpeg('-c:a', 'libvorbis', '-q:a', '3')),
  tone(
    'stereo44k.ogg',
    44_100,
    20_003,
    [440, 660],
    ffmpeg('-c:a', 'libvorbis', '-q:a', '3', '-page_duration', '100000'),
  ),
  tone('mono16k.oga', 16_000, 6_001, [440], ffmpeg('-c:a', 'flac', '-frame_size', '1152', '-page_duration', '100000')),
  tone('mono8kIma.wav', 8_000, 4_001, [440], sox('-e', 'ima-adpcm')),
  tone('stereo8kMs.wav', 8_000, 3_001, [440, 660], sox('-e', 'ms-adpcm')),
  tone('aac.m4a', 16_000, 4_000, [440], ffmpeg('-c:a', 'aac', '-b:a', '24k')),
  tone('alac.m4a', 8_000, 800, [440], ffmpeg('-c:a', 'alac')),
  tone('opus.webm', 16_000, 4_000, [440], ffmpeg('-c:a', 'libopus', '-b:a', '24k')),
  tone('layer2.mp2', 16_000, 4_000, [440], ffmpeg('-c:a', 'mp2', '-b:a', '32k')),
  tone('adts.aac', 16_000, 4_000, [440], ffmpeg('-c:a', 'aac', '-b:a', '24k')),
  tone('wma.wma', 16_000, 4_000, [440], ffmpeg('-c:a', 'wmav2', '-b:a', '24k')),
  tone('speex.spx', 8_000, 4_000, [440], ffmpeg('-c:a', 'libspeex')),
  tone('gsm.wav', 8_000, 1_600, [440], sox('-e', 'gsm-full-rate')),
];

export function toneFixture(fileName: string): ToneFixture {
  return TONE_FIXTURES.find((fixture) => fixture.fileName === fileName)!;
}

export function fixturePath(fileName: string): string {
  return fileURLToPath(new URL(`../fixtures/audio/${fileName}`, import.meta.url));
}

export function fixtureBytes(fileName: string): Uint8Array {
  return new Uint8Array(readFileSync(fixturePath(fileName)));
}

export function toneSamples({ sampleRateHz, sampleCount, frequenciesHz }: ToneFixture): Float32Array[] {
  return frequenciesHz.map((frequencyHz) => sine({ sampleRateHz, sampleCount, frequencyHz }));
}

/** A sine of `TONE_AMPLITUDE` and phase 0. */
export function sine(signal: { sampleRateHz: number; sampleCount: number; frequencyHz: number }): Float32Array {
  const step = (2 * Math.PI * signal.frequencyHz) / signal.sampleRateHz;
  return Float32Array.from({ length: signal.sampleCount }, (_, n) => TONE_AMPLITUDE * Math.sin(step * n));
}

/** What linear samples of so many bits keep of a signal. */
export function roundedToBits(samples: Float32Array, bits: number): Float32Array {
  const fullScale = 2 ** (bits - 1);
  return samples.map((sample) => Math.round(sample * fullScale) / fullScale + 0);
}

function tone(
  fileName: string,
  sampleRateHz: number,
  sampleCount: number,
  frequenciesHz: readonly number[],
  encoder: ToneFixture['encoder'],
  input: WaveEncoding = 'pcm16',
): ToneFixture {
  return { fileName, sampleRateHz, sampleCount, frequenciesHz, encoder, input };
}
