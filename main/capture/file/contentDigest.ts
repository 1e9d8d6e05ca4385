import { createHash } from 'node:crypto';
import { AppError } from '../../../core/model/appError.ts';
import { StreamDamage } from './audioTrack.ts';
import { openRecordingFile } from './fileSource.ts';

const readBytes = 256 * 1024;

/**
 * Returns the SHA-256 digest of a file's bytes, independent of the file's place and name. If a file cannot be read to
 * its end, the digest covers the readable part.
 * @throws AppError `file-not-found`, `no-read-permission`, `not-audio` for anything but a file, `cancelled`
 */
export async function contentDigest(path: string, fileName: string, signal: AbortSignal): Promise<Uint8Array> {
  const file = await openRecordingFile(path, fileName);
  const digest = createHash('sha256');
  const buffer = new Uint8Array(readBytes);
  try {
    for (let position = 0; ; ) {
      if (signal.aborted) throw new AppError('cancelled', 'Reading the recording was stopped.');
      const read = await file.read(buffer, position);
      if (read === 0) break;
      digest.update(buffer.subarray(0, read));
      position += read;
    }
  } catch (error) {
    if (!(error instanceof StreamDamage)) throw error;
  } finally {
    await file.close();
  }
  return digest.digest();
}
