import { describe, expect, it } from 'vitest';
import { parseFlacFrameHeader } from '../../../../../main/capture/file/flac/flacFrameHeader.ts';
import { decodeBytes } from '../../../../support/decodedAudio.ts';
import { repairOggChecksums } from '../../../../support/hostileAudio.ts';
import {
  fixtureBytes,
  roundedToBits,
  TONE_AMPLITUDE,
  toneFixture,
  toneSamples,
} from '../../../../support/toneFixtures.ts';
import { concatBytes, latin1 } from '../../../../support/waveBytes.ts';
import { fitTone } from './toneFit.ts';

/** Opus decodes at 48 kHz, so lengths are in samples of the decoded rate. */
const LOSSY = [
  { fileName: 'mono16k.mp3', container: 'MP3', codec: 'MP3', rateHz: 16_000, length: 16_001 },
  { fileName: 'stereo44k.mp3', container: 'MP3', codec: 'MP3', rateHz: 44_100, length: 20_003 },
  { fileName: 'mono8kSource.opus', container: 'Ogg', codec: 'Opus', rateHz: 48_000, length: 8_003 * 6 },
  { fileName: 'stereo48k.opus', container: 'Ogg', codec: 'Opus', rateHz: 48_000, length: 30_011 },
  { fileName: 'six48k.opus', container: 'Ogg', codec: 'Opus', rateHz: 48_000, length: 12_013 },
  { fileName: 'mono16k.ogg', container: 'Ogg', codec: 'Vorbis', rateHz: 16_000, length: 16_001 },
  { fileName: 'stereo44k.ogg', container: 'Ogg', codec: 'Vorbis', rateHz: 44_100, length: 20_003 },
];
const COMPRESSED = [...LOSSY.map(({ fileName }) => fileName), 'mono16k.flac', 'stereo24bit.flac', 'mono16k.oga'];

describe('lossy formats', () => {
  for (const { fileName, container, codec, rateHz, length } of LOSSY) {
    it(`decodes ${fileName} to its tones: rate, length, channels, level and phase`, async () => {
      const fixture = toneFixture(fileName);
      const { channels, broken, source } = await decodeBytes(fixtureBytes(fileName));
      expect(broken).toBeUndefined();
      expect(source).toMatchObject({ container, codec, sampleRateHz: rateHz, expectedSampleCount: length });
      expect(channels).toHaveLength(fixture.frequenciesHz.length);
      channels.forEach((samples, channel) => {
        expect(samples).toHaveLength(length);
        const fit = fitTone(samples, fixture.frequenciesHz[channel]!, rateHz);
        expect(20 * Math.log10(fit.amplitude / TONE_AMPLITUDE)).toBeCloseTo(0, 0);
        // Far less than any encoder's delay, which is 6 ms or more.
        const delaySeconds = Math.abs(fit.phase) / (2 * Math.PI * fixture.frequenciesHz[channel]!);
        expect(delaySeconds).toBeLessThan(0.0002);
        expect(fit.snrDb).toBeGreaterThan(20);
      });
    });
  }

  it('decodes an MP3 without a Xing header whole, with the encoder’s delay', async () => {
    const { channels, broken, source } = await decodeBytes(fixtureBytes('mono44kNoXing.mp3'));
    expect(broken).toBeUndefined();
    expect(source.expectedSampleCount).toBeUndefined();
    expect(channels[0]!.length).toBe(19 * 1_152);
    expect(fitTone(channels[0]!, 440, 44_100).amplitude / TONE_AMPLITUDE).toBeCloseTo(1, 1);
  });
});

describe('FLAC', () => {
  for (const [fileName, bits] of [
    ['mono16k.flac', 16],
    ['stereo24bit.flac', 24],
    ['mono16k.oga', 16],
  ] as const) {
    it(`decodes ${fileName} to exactly the integers that were encoded`, async () => {
      const fixture = toneFixture(fileName);
      const { channels, broken, source } = await decodeBytes(fixtureBytes(fileName));
      expect(broken).toBeUndefined();
      expect(source).toMatchObject({ codec: 'FLAC', expectedSampleCount: fixture.sampleCount });
      expect(channels).toEqual(toneSamples(fixture).map((samples) => roundedToBits(samples, bits)));
    });
  }
});

describe('all compressed formats', () => {
  for (const fileName of COMPRESSED) {
    it(`decodes ${fileName} the same however much is read at a time`, async () => {
      const bytes = fixtureBytes(fileName);
      const { channels } = await decodeBytes(bytes);
      for (const readBytes of [1, 13, 512, 4_093]) {
        expect((await decodeBytes(bytes, readBytes)).channels).toEqual(channels);
      }
    });

    it(`decodes what there is of a truncated ${fileName}, then reports the truncation`, async () => {
      const bytes = fixtureBytes(fileName);
      const whole = (await decodeBytes(bytes)).channels;
      const { channels, broken } = await decodeBytes(bytes.subarray(0, bytes.length - 10));
      expect(broken).toMatchObject({
        code: 'truncated-audio',
        message: expect.stringMatching(/^The recording breaks off at \d\.\d s: the file ends inside a (frame|page)/),
      });
      expect(channels[0]!.length).toBeGreaterThan(0);
      expect(channels[0]!.length).toBeLessThan(whole[0]!.length);
      expect(channels).toEqual(whole.map((samples) => samples.subarray(0, channels[0]!.length)));
    });
  }

  it('ends a FLAC, MP3 or Ogg stream where its middle is damaged', async () => {
    for (const fileName of ['mono16k.flac', 'stereo44k.mp3', 'stereo48k.opus', 'stereo44k.ogg']) {
      const bytes = fixtureBytes(fileName);
      const at = Math.floor(bytes.length * 0.8);
      const damaged = concatBytes([bytes.subarray(0, at), bytes.subarray(at + 20)]);
      const { channels, broken } = await decodeBytes(damaged);
      expect(broken?.code).toBe('truncated-audio');
      expect(channels[0]!.length).toBeGreaterThan(0);
    }
  });

  it('notices that a whole frame or page is missing', async () => {
    const flac = fixtureBytes('mono16k.flac');
    const frames = [...flac.keys()].filter((at) => parseFlacFrameHeader(flac, at));
    expect(frames).toHaveLength(3);
    const withoutSecond = concatBytes([flac.subarray(0, frames[1]), flac.subarray(frames[2])]);
    expect((await decodeBytes(withoutSecond)).broken?.message).toContain('a frame is missing');

    const ogg = fixtureBytes('stereo44k.ogg');
    const lastPage = Buffer.from(ogg).lastIndexOf('OggS');
    const pageBefore = Buffer.from(ogg).lastIndexOf('OggS', lastPage - 1);
    const withoutIt = concatBytes([ogg.subarray(0, pageBefore), ogg.subarray(lastPage)]);
    expect((await decodeBytes(withoutIt)).broken?.message).toContain('a page is missing');
  });

  it('reports what is missing in an Ogg file that ends after a page', async () => {
    const bytes = fixtureBytes('stereo44k.ogg');
    const lastPage = Buffer.from(bytes).lastIndexOf('OggS');
    const { broken } = await decodeBytes(bytes.subarray(0, lastPage));
    expect(broken?.message).toContain('without its end mark');
  });

  it('reports that a second recording in one Ogg file is left out', async () => {
    const bytes = fixtureBytes('mono16k.ogg');
    const { channels, broken } = await decodeBytes(concatBytes([bytes, bytes]));
    expect(channels[0]).toHaveLength(16_001);
    expect(broken?.message).toContain('second recording');
  });

  it('recognises tags before and after a stream', async () => {
    const id3v2 = concatBytes([latin1('ID3\u0004\u0000\u0000\u0000\u0000\u0001\u0002'), new Uint8Array(130)]);
    const id3v1 = concatBytes([latin1('TAG'), new Uint8Array(125)]);
    for (const fileName of ['mono16k.flac', 'mono16k.mp3', 'mono44kNoXing.mp3']) {
      const bytes = fixtureBytes(fileName);
      const tagged = await decodeBytes(concatBytes([id3v2, bytes, id3v1]));
      expect(tagged.broken).toBeUndefined();
      expect(tagged.channels).toEqual((await decodeBytes(bytes)).channels);
    }
  });

  it('finds an MP3 stream whose beginning was cut off inside a frame', async () => {
    const bytes = fixtureBytes('mono44kNoXing.mp3');
    const { channels } = await decodeBytes(bytes.subarray(100));
    expect(channels[0]!.length).toBe(18 * 1_152);
  });

  it('rejects an Opus stream with more channels than are supported', async () => {
    const bytes = fixtureBytes('six48k.opus');
    bytes[Buffer.from(bytes).indexOf('OpusHead') + 9] = 12;
    repairOggChecksums(bytes);
    await expect(decodeBytes(bytes)).rejects.toMatchObject({ code: 'unsupported-format' });
  });
});
