import { AppError } from '../../core/model/appError.ts';
import type { Span } from '../../core/model/callReport.ts';
import { WAV_HEADER_BYTES, WAV_SAMPLE_BYTES, wavHeader } from '../audio/wavWriter.ts';
import type { SealedWaveReader } from '../storage/calls/sealedWaveReader.ts';

/**
 * A span of a kept recording as a WAV file's bytes; nothing else of it is opened. A span that reaches past the end gives
 * what there is.
 *
 * @param span seconds
 * @throws {AppError} `empty-audio` for a span behind the end
 */
export async function* sealedClip(audio: SealedWaveReader, [start, end]: Span): AsyncGenerator<Uint8Array> {
  const { format, sizeBytes, durationSeconds } = audio;
  const frameBytes = format.channelCount * WAV_SAMPLE_BYTES;
  const from = WAV_HEADER_BYTES + Math.round(start * format.sampleRateHz) * frameBytes;
  const to = Math.min(sizeBytes, WAV_HEADER_BYTES + Math.round(end * format.sampleRateHz) * frameBytes);
  if (to <= from) {
    throw new AppError(
      'empty-audio',
      `The recording ends after ${durationSeconds.toFixed(1)} s. Choose an earlier span.`,
    );
  }
  yield wavHeader(format, to - from);
  yield* audio.bytes(from, to - 1);
}
