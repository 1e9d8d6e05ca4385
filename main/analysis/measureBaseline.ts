import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import { joinedBaseline } from '../../core/pipeline/joinedBaseline.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import type { BaselineRequest } from './analysis.ts';
import { EnrolmentAnalyser } from './enrolmentAnalyser.ts';
import type { SpeechModel } from './speechModel.ts';

/**
 * Measures a speaker's baseline from recordings: a normal reading and, where there is one, a soft reading.
 * @throws AppError `not-enough-speech`, or what the file's reading throws
 */
export async function measureBaseline(model: SpeechModel, request: BaselineRequest): Promise<Baseline> {
  const measure = (path: string) => readingOf(model, path, request);
  const normal = await measure(request.normalPath);
  // A soft reading that is too short is ignored; the normal one stands alone.
  const soft = request.softPath === null ? null : await measure(request.softPath).catch(unlessTooShort);
  return joinedBaseline(normal, soft);
}

/** Measures one recording, up to its end or to where it breaks off. */
async function readingOf(
  model: SpeechModel,
  path: string,
  { device, agc, config }: BaselineRequest,
): Promise<Baseline> {
  const source = await openFileSource(path);
  try {
    const reading = new EnrolmentAnalyser(model, source.sampleRateHz, config);
    for await (const item of source) {
      if (item.type === 'samples') await reading.push(item.channels[0]!);
    }
    return await reading.finish({ device, agc });
  } finally {
    await source.close();
  }
}

function unlessTooShort(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-enough-speech') return null;
  throw error;
}
