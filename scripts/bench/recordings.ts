import { existsSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { joinedSamples } from '../../core/audio/joinedSamples.ts';
import { createWavFile } from '../../main/audio/wavWriter.ts';
import { openFileSource } from '../../main/capture/file/fileSource.ts';

const RATE_HZ = 16_000;

/** Recordings of any length, made by repeating a real call and cached for the next run. */
export class Recordings {
  readonly #folder: string;
  readonly #callsFolder: string;
  #call: Promise<readonly Float32Array[]> | undefined;

  /**
   * @param callsFolder contains a call with two channels at 16 kHz
   * @param cache the folder for the recordings made from it
   */
  constructor(callsFolder: string, cache: string) {
    this.#callsFolder = callsFolder;
    this.#folder = cache;
  }

  /** Returns both channels of the call, 16 kHz. @throws {Error} if there is no such call */
  call(): Promise<readonly Float32Array[]> {
    this.#call ??= this.#readCall();
    return this.#call;
  }

  /** Returns the path of a WAV file of this length, from this moment on in the endlessly repeated call. */
  async wav(name: string, seconds: number, options: { fromSeconds?: number; channels?: 1 | 2 } = {}): Promise<string> {
    const path = join(this.#folder, `${name}.wav`);
    if (existsSync(path)) return path;
    await mkdir(dirname(path), { recursive: true });
    const channels = (await this.call()).slice(0, options.channels ?? 2);
    const length = channels[0]!.length;
    const unfinished = `${path}.part`;
    const writer = await createWavFile(unfinished, { sampleRateHz: RATE_HZ, channelCount: channels.length });
    let at = Math.round((options.fromSeconds ?? 0) * RATE_HZ) % length;
    for (let left = Math.round(seconds * RATE_HZ); left > 0; ) {
      const count = Math.min(left, length - at);
      await writer.write(channels.map((samples) => samples.subarray(at, at + count)));
      left -= count;
      at = (at + count) % length;
    }
    await writer.close();
    await rename(unfinished, path);
    return path;
  }

  async #readCall(): Promise<readonly Float32Array[]> {
    for (const name of (await readdir(this.#callsFolder)).sort()) {
      if (!/\.(flac|wav)$/.test(name)) continue;
      const source = await openFileSource(join(this.#callsFolder, name));
      if (source.channelCount !== 2 || source.sampleRateHz !== RATE_HZ) {
        await source.close();
        continue;
      }
      const parts: Float32Array[][] = [[], []];
      for await (const item of source) {
        if (item.type === 'samples') item.channels.forEach((samples, channel) => void parts[channel]!.push(samples));
      }
      return parts.map(joinedSamples);
    }
    throw new Error(`There is no recording with two channels at 16 kHz in ${this.#callsFolder}.`);
  }
}
