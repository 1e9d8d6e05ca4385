import { AppError } from '../../core/model/appError.ts';
import { createWavFile } from '../audio/wavWriter.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import type { AnalysisResult, FileAnalysisRequest } from './analysis.ts';
import { CallAnalyser, type OpenParty } from './callAnalyser.ts';
import { channelRoles } from './channelRoles.ts';

/** Chunks that may be read ahead of measuring, so that one party's speech does not stall the other's thread. */
const MOST_AHEAD = 30;

/**
 * Reads a recording up to its end, or to the point where it is truncated, and returns its report.
 *
 * @throws AppError any error of the source, `roles-mismatch`, `cancelled`
 */
export async function analyseFile(
  openParty: OpenParty,
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
    const analyser = new CallAnalyser(parties, openParty, request.baseline, request.config);
    const playback = request.playbackPath
      ? await createWavFile(request.playbackPath, {
          sampleRateHz: source.sampleRateHz,
          channelCount: channels.length,
        })
      : undefined;
    let sampleCount = 0;
    let breakMessage: string | null = null;
    const underWay: Promise<unknown>[] = [];
    const measure = async (chunks: readonly Float32Array[]) => {
      const samples = channels.map(({ channel }) => chunks[channel]!);
      // Written first, because measuring may transfer them to another thread.
      await playback?.write(samples);
      const measured = analyser.push(samples);
      // The wait below reports a failure.
      measured.catch(() => undefined);
      underWay.push(measured);
      if (underWay.length > MOST_AHEAD) await underWay.shift();
    };
    try {
      for await (const item of source) {
        if (signal.aborted) throw new AppError('cancelled', 'The analysis was stopped.');
        if (item.type === 'samples') {
          sampleCount += item.channels[0]!.length;
          await measure(item.channels);
        } else if (item.type === 'broken') {
          breakMessage = item.error.message;
        }
        onProgress(source.progress ?? 0);
      }
      await Promise.all(underWay);
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
