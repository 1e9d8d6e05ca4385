import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { sealedClip } from '../../exports/sealedClip.ts';
import type { CallReader } from '../../storage/calls/callReader.ts';

/**
 * Writes a part of a call's audio as a WAV file.
 *
 * @param span start and end in seconds; the whole audio by default
 * @throws AppError `empty-audio` if the call has none there
 */
export async function saveClip(
  reader: CallReader,
  callId: string,
  path: string,
  span: [start: number, end: number] = [0, Number.POSITIVE_INFINITY],
): Promise<void> {
  const audio = await reader.audio(callId);
  if (!audio) throw new AppError('empty-audio', 'This call has no stored audio. Export it without audio.');
  try {
    await writeFile(path, sealedClip(audio, span), { mode: 0o600 });
  } finally {
    await audio.close();
  }
}
