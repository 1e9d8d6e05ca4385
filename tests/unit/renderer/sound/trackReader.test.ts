import { afterEach, describe, expect, it, vi } from 'vitest';
import { readTrack } from '../../../../renderer/sound/trackReader.ts';

/** A browser that passes on ten milliseconds of sound for each of these sample rates, then ends the track. */
function browserWith(rates: readonly number[]): void {
  const items = rates.map((sampleRate) => ({
    sampleRate,
    numberOfFrames: sampleRate / 100,
    copyTo: (samples: Float32Array) => samples.fill(0.5),
    close: () => {},
  }));
  class Processor {
    readonly readable = new ReadableStream({
      start(controller) {
        for (const item of items) controller.enqueue(item);
        controller.close();
      },
    });
  }
  vi.stubGlobal('MediaStreamTrackProcessor', Processor);
}

async function read(rates: readonly number[]) {
  browserWith(rates);
  const lengths: number[] = [];
  let sampleRateHz: number | undefined;
  await new Promise<void>((resolve, reject) => {
    readTrack({} as MediaStreamTrack, { onSamples: (samples) => lengths.push(samples.length), onEnd: resolve }).then(
      (reader) => {
        sampleRateHz = reader.sampleRateHz;
      },
      reject,
    );
  });
  return { sampleRateHz, lengths };
}

describe('a track of the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is read to its end at its own rate', async () => {
    expect(await read([48_000, 48_000, 48_000])).toEqual({ sampleRateHz: 48_000, lengths: [480, 480, 480] });
  });

  it('ends when its rate changes, and later samples are ignored', async () => {
    expect(await read([48_000, 48_000, 44_100, 44_100])).toEqual({ sampleRateHz: 48_000, lengths: [480, 480] });
  });
});
