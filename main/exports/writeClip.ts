import { rm } from 'node:fs/promises';
import { AppError } from '../../core/model/appError.ts';
import type { Span } from '../../core/model/callReport.ts';
import { createWavFile } from '../audio/wavWriter.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import { writingError } from './writingError.ts';

/**
 * Writes a span of a recording as 16-bit WAV, with the recording's own rate and channels. A span that reaches past the
 * end gives what there is.
 *
 * @param span seconds
 * @returns seconds written
 * @throws {RangeError} for a span without length
 * @throws {AppError} `empty-audio` for a span behind the end, what opening the recording throws, `no-write-permission`,
 *   `disk-full`
 */
export async function writeClip(path: string, [start, end]: Span, clipPath: string): Promise<number> {
  if (!(start >= 0 && end > start)) throw new RangeError(`no span: ${start} to ${end}`);
  const source = await openFileSource(path);
  try {
    const { sampleRateHz, channelCount } = source;
    const from = Math.round(start * sampleRateHz);
    const to = Math.round(end * sampleRateHz);
    const clip = await createWavFile(clipPath, { sampleRateHz, channelCount });
    let written = 0;
    let at = 0;
    try {
      for await (const item of source) {
        if (item.type !== 'samples') continue;
        const length = item.channels[0]!.length;
        if (at + length > from) {
          const part = item.channels.map((samples) => samples.subarray(Math.max(0, from - at), to - at));
          written += part[0]!.length;
          await clip.write(part);
        }
        at += length;
        if (at >= to) break;
      }
    } finally {
      await clip.close();
    }
    if (written === 0) {
      throw new AppError(
        'empty-audio',
        `The recording ends after ${(at / sampleRateHz).toFixed(1)} s. Choose an earlier span.`,
      );
    }
    return written / sampleRateHz;
  } catch (error) {
    await rm(clipPath, { force: true });
    throw writingError(error, clipPath);
  } finally {
    await source.close();
  }
}
