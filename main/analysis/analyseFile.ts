import { AppError } from '../../core/model/appError.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import { createWavFile } from '../capture/file/wavWriter.ts';
import type { AnalysisResult, FileAnalysisRequest } from './analysis.ts';
import { CallAnalyser } from './callAnalyser.ts';
import { channelRoles } from './channelRoles.ts';
import type { SpeechModel } from './speechModel.ts';

/**
 * Reads a recording to its end, or to where it breaks off, and returns its report.
 *
 * @throws AppError what the file's reading throws, `roles-mismatch`, `cancelled`
 */
export async function analyseFile(
  model: SpeechModel,
  request: FileAnalysisRequest,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<AnalysisResult> {
  const source = await openFileSource(request.path, { fileName: request.fileName });
  try {
    const channels = channelRoles(request.roles, source.channelCount);
    const parties = channels.map(({ role, channel }) => ({
      role,
      channel,
      sampleRateHz: source.sampleRateHz,
      origin: { device: null, agc: null },
    }));
    const analyser = new CallAnalyser(model, parties, request.baseline);
    const playback = request.playbackPath
      ? await createWavFile(request.playbackPath, {
          sampleRateHz: source.sampleRateHz,
          channelCount: channels.length,
        })
      : undefined;
    let sampleCount = 0;
    let breakMessage: string | null = null;
    try {
      for await (const item of source) {
        if (signal.aborted) throw new AppError('cancelled', 'The analysis was stopped.');
        if (item.type === 'samples') {
          sampleCount += item.channels[0]!.length;
          const chunks = channels.map(({ channel }) => item.channels[channel]!);
          await analyser.push(chunks);
          await playback?.write(chunks);
        } else if (item.type === 'broken') {
          breakMessage = item.error.message;
        }
        onProgress(source.progress ?? 0);
      }
    } finally {
      await playback?.close();
    }
    const { result } = await analyser.finish({
      kind: 'file',
      path: request.reportedPath,
      startedAt: null,
      durationSeconds: sampleCount / source.sampleRateHz,
      sampleRateHz: source.sampleRateHz,
      channels: source.channelCount,
      inputs: channels.map(({ role }) => ({ role, kind: 'file' as const, device: null, appliedSettings: {} })),
      breakMessage,
    });
    return result;
  } finally {
    await source.close();
  }
}
