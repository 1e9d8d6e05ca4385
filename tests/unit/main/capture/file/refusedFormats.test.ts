import { describe, expect, it } from 'vitest';
import { openDecodedSource } from '../../../../../main/capture/file/decodedSource.ts';
import { memoryStore } from '../../../../support/decodedAudio.ts';
import { seededRandom } from '../../../../support/hostileAudio.ts';
import { fixtureBytes } from '../../../../support/toneFixtures.ts';
import { concatBytes, latin1 } from '../../../../support/waveBytes.ts';

const open = (bytes: Uint8Array, fileName: string) => openDecodedSource(memoryStore(bytes), fileName);
const beginning = (text: string) => concatBytes([latin1(text), new Uint8Array(200)]);

describe('known but unsupported formats', () => {
  const named: [fileName: string, name: string][] = [
    ['aac.m4a', 'AAC in M4A/MP4'],
    ['alac.m4a', 'Apple Lossless in M4A/MP4'],
    ['opus.webm', 'Opus in WebM/Matroska'],
    ['adts.aac', 'AAC (ADTS)'],
    ['layer2.mp2', 'MPEG layer 2'],
    ['wma.wma', 'Windows Media (WMA/ASF)'],
    ['speex.spx', 'Speex in Ogg'],
    ['gsm.wav', 'GSM 6.10 in WAV'],
  ];
  for (const [fileName, name] of named) {
    it(`names ${name} by its content and explains how to convert it`, async () => {
      const converted = fileName.replace(/\..*/, '.flac');
      await expect(open(fixtureBytes(fileName), fileName)).rejects.toMatchObject({
        code: 'unsupported-codec',
        message: `This file is ${name}, which Softspoken cannot read. Convert it first: ffmpeg -i "${fileName}" "${converted}"`,
      });
    });
  }

  it('names formats by their first bytes', async () => {
    for (const [bytes, name] of [
      ['#!AMR\n', 'AMR'],
      ['#!AMR-WB\n', 'AMR-WB'],
      ['caff\u0000\u0001', 'Core Audio (CAF)'],
      ['FORM\u0000\u0000\u0000\u0000AIFF', 'AIFF'],
      ['.snd', 'Sun/NeXT audio (AU)'],
      ['RIFX\u0000\u0000\u0000\u0000WAVE', 'big-endian WAV (RIFX)'],
      ['NIST_1A\n', 'NIST SPHERE'],
    ] as const) {
      await expect(open(beginning(bytes), 'x')).rejects.toMatchObject({
        code: 'unsupported-codec',
        message: expect.stringContaining(`This file is ${name},`),
      });
    }
  });

  it('never puts a name that a shell would expand into a command line, nor converts a file into itself', async () => {
    const m4a = fixtureBytes('aac.m4a');
    await expect(open(m4a, '$(reboot).m4a')).rejects.toThrow('ffmpeg -i "recording" "recording.flac"');
    await expect(open(m4a, 'call.flac')).rejects.toThrow('ffmpeg -i "call.flac" "call-converted.flac"');
  });
});

describe('a file without audio', () => {
  it('is rejected: text, zeros and noise alike', async () => {
    const random = seededRandom(5);
    const noise = Uint8Array.from({ length: 100_000 }, () => random() * 256);
    for (const bytes of [latin1('Dear customer, '), new Uint8Array(1), new Uint8Array(50_000), noise]) {
      const message = '"notes.wav" is not a recording. Choose a WAV, FLAC, MP3, Ogg Opus or Ogg Vorbis file.';
      await expect(open(bytes, 'notes.wav')).rejects.toMatchObject({ code: 'not-audio', message });
    }
  });

  it('is closed when it is rejected', async () => {
    const store = memoryStore(latin1('no sound'));
    await expect(openDecodedSource(store, 'x')).rejects.toThrow();
    expect(store.isClosed).toBe(true);
  });
});
