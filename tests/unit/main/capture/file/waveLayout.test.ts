import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../support/decodedAudio.ts';
import { concatBytes, latin1, riffChunk, type WaveOptions, waveBytes } from '../../../../support/waveBytes.ts';

const sampleRateHz = 8_000;
const ramp = Float32Array.from({ length: 3_000 }, (_, i) => i / 32_768);
const listChunk = riffChunk('LIST', latin1('INFOISFT\u0005\u0000\u0000\u0000Abcde'));

const wave = (options: Partial<WaveOptions> = {}) => waveBytes([ramp], { sampleRateHz, ...options });
const refusal = (bytes: Uint8Array) => expect(decodeBytes(bytes)).rejects;

describe('WAV files as writers leave them', () => {
  it('skips chunks of any kind and odd length before the data, and ignores those after it', async () => {
    const bytes = wave({ chunksBefore: [listChunk, riffChunk('junk', new Uint8Array(7))], chunksAfter: [listChunk] });
    expect((await decodeBytes(bytes)).channels).toEqual([ramp]);
  });

  it('finds a format that follows the data', async () => {
    const whole = wave();
    const [head, format, data] = [whole.subarray(0, 12), whole.subarray(12, 38), whole.subarray(38)];
    expect((await decodeBytes(concatBytes([head, data, format]))).channels).toEqual([ramp]);
  });

  for (const form of ['RF64', 'BW64'] as const) {
    it(`reads the length of ${form} from its ds64 chunk`, async () => {
      const { channels, source } = await decodeBytes(wave({ form, chunksAfter: [listChunk] }));
      expect(channels).toEqual([ramp]);
      expect(source.container).toBe(form);
      expect(source.expectedSampleCount).toBe(ramp.length);
    });

    it(`reads ${form} to the end of the file when it was interrupted before its ds64 was filled in`, async () => {
      for (const byte of [0x00, 0xff]) {
        const bytes = wave({ form });
        bytes.fill(byte, 20, 44);
        const { channels, broken } = await decodeBytes(bytes);
        expect(channels).toEqual([ramp]);
        expect(broken).toBeUndefined();
      }
    });
  }

  for (const size of [0, 0xffffffff, 0xffffffff - 36, 0x7ffff000]) {
    it(`reads to the end of the file when the size is 0x${size.toString(16)}, as in an interrupted recording`, async () => {
      const { channels, broken } = await decodeBytes(wave({ dataBytes: size, riffBytes: size === 0 ? 0 : 0xffffffff }));
      expect(channels).toEqual([ramp]);
      expect(broken).toBeUndefined();
    });
  }

  it('drops a half-written sample of an interrupted recording', async () => {
    const bytes = wave({ dataBytes: 0xffffffff, riffBytes: 0xffffffff });
    const { channels, broken } = await decodeBytes(bytes.subarray(0, bytes.length - 1));
    expect(channels).toEqual([ramp.subarray(0, -1)]);
    expect(broken).toBeUndefined();
  });

  it('reads a truncated file up to its end and reports the second', async () => {
    const bytes = wave();
    const { channels, broken, source } = await decodeBytes(bytes.subarray(0, bytes.length - 2_000));
    expect(channels).toEqual([ramp.subarray(0, 2_000)]);
    expect(source.expectedSampleCount).toBe(2_000);
    expect(broken?.code).toBe('truncated-audio');
    expect(broken?.message).toMatch(/^The recording breaks off at 0\.3 s: .*header declares/);
  });

  it('reads a truncated ADPCM file to the last whole group of its last block', async () => {
    for (const encoding of ['imaAdpcm', 'msAdpcm'] as const) {
      const bytes = waveBytes([ramp, ramp], { sampleRateHz, encoding });
      const { channels: whole } = await decodeBytes(bytes);
      const { channels, broken } = await decodeBytes(bytes.subarray(0, bytes.length - 333));
      expect(channels[0]!.length).toBeGreaterThan(2_500);
      expect(whole[0]!.subarray(0, channels[0]!.length)).toEqual(channels[0]);
      expect(broken?.code).toBe('truncated-audio');
    }
  });

  it('ignores a sample count that its data cannot have', async () => {
    for (const factSampleCount of [0, 1, 999_999]) {
      expect((await decodeBytes(wave({ factSampleCount }))).channels).toEqual([ramp]);
    }
  });

  it('yields the same samples however much is read at a time', async () => {
    const encodings = ['pcm24', 'imaAdpcm', 'msAdpcm'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...encodings),
        fc.integer({ min: 1, max: 5_000 }),
        async (encoding, readBytes) => {
          const bytes = waveBytes([ramp, ramp.map((v) => -v)], { sampleRateHz, encoding });
          expect((await decodeBytes(bytes, readBytes)).channels).toEqual((await decodeBytes(bytes)).channels);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('unusable WAV files', () => {
  it('are empty when they have no samples, no data or no bytes', async () => {
    const empty = waveBytes([new Float32Array()], { sampleRateHz });
    await refusal(empty).toMatchObject({ code: 'empty-audio' });
    const onlyText = waveBytes([new Float32Array()], { sampleRateHz, chunksAfter: [listChunk] });
    await refusal(onlyText).toMatchObject({ code: 'empty-audio' });
    await refusal(empty.subarray(0, 38)).toMatchObject({ code: 'empty-audio' });
    await refusal(new Uint8Array()).toMatchObject({ code: 'empty-audio' });
  });

  it('are truncated when they end before their first sample', async () => {
    await refusal(wave().subarray(0, 30)).toMatchObject({ code: 'truncated-audio' });
    await refusal(wave().subarray(0, 46)).toMatchObject({
      code: 'truncated-audio',
      message: expect.stringContaining('before its first sound'),
    });
  });

  it('name an unsupported codec', async () => {
    const withTag = (tag: number) => {
      const bytes = wave();
      bytes[20] = tag & 0xff;
      bytes[21] = tag >> 8;
      return bytes;
    };
    await refusal(withTag(0x31)).toMatchObject({
      code: 'unsupported-codec',
      message: expect.stringContaining('GSM 6.10 in WAV'),
    });
    await refusal(withTag(0x55)).toMatchObject({ message: expect.stringContaining('MP3 in WAV') });
    await refusal(withTag(0x1234)).toMatchObject({ message: expect.stringContaining('codec 0x1234 in WAV') });
    const unknownGuid = wave({ extensible: true });
    unknownGuid[50] = 0x99;
    await refusal(unknownGuid).toMatchObject({ code: 'unsupported-codec' });
  });

  it('have an unsupported rate or number of channels', async () => {
    const message = (text: string) => ({ code: 'unsupported-format', message: expect.stringContaining(text) });
    await refusal(waveBytes([ramp], { sampleRateHz: 7_999 })).toMatchObject(message('7999 Hz'));
    await refusal(waveBytes([ramp], { sampleRateHz: 96_001 })).toMatchObject(message('-ar 48000'));
    await refusal(waveBytes(Array(9).fill(ramp), { sampleRateHz })).toMatchObject(message('9 channels'));
  });

  it('have headers whose fields contradict each other', async () => {
    const nonsense: [offset: number, value: number][] = [
      [22, 0],
      [32, 0],
      [32, 3],
      [32, 5],
      [34, 17],
      [34, 0],
    ];
    for (const [offset, value] of nonsense) {
      const bytes = wave();
      bytes[offset] = value;
      await refusal(bytes).toMatchObject({ code: 'unsupported-format' });
    }
    const shortBlocks = waveBytes([ramp], { sampleRateHz, encoding: 'msAdpcm' });
    shortBlocks[32] = 6;
    shortBlocks[33] = 0;
    await refusal(shortBlocks).toMatchObject({ code: 'unsupported-format' });
  });
});
