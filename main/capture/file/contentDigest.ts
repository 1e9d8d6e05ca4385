import { createHash } from 'node:crypto';
import { AppError } from '../../../core/model/appError.ts';
import { StreamDamage } from './audioTrack.ts';
import { openRecordingFile } from './fileSource.ts';

const readBytes = 256 * 1024;

/**
 * Digest of a file's bytes (SHA-256), the same wherever the file is and whatever it is called; of a file that cannot be read to
 * its end, of what can be read.
 *
 * @throws AppError `file-not-found`, `no-read-permission`, `not-audio` for what is no file, `cancelled`
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
