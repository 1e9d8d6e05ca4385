import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import { joinedBaseline } from '../../core/pipeline/joinedBaseline.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import type { BaselineRequest } from './analysis.ts';
import { EnrolmentAnalyser } from './enrolmentAnalyser.ts';
import type { SpeechModel } from './speechModel.ts';

/**
 * Measures a speaker's baseline from recordings: a normal enrolment and an optional soft one.
 * @throws AppError `not-enough-speech`, or any error of the source
 */
export async function measureBaseline(model: SpeechModel, request: BaselineRequest): Promise<Baseline> {
  const measure = (path: string) => baselineOf(model, path, request);
  const normal = await measure(request.normalPath);
  // A soft enrolment that is too short is ignored.
  const soft = request.softPath === null ? null : await measure(request.softPath).catch(unlessTooShort);
  return joinedBaseline(normal, soft);
}

/** Measures one recording, up to its end or to the point where it is truncated. */
async function baselineOf(
  model: SpeechModel,
  path: string,
  { device, agc, config }: BaselineRequest,
): Promise<Baseline> {
  const source = await openFileSource(path);
  try {
    const enrolment = new EnrolmentAnalyser(model, source.sampleRateHz, config);
    for await (const item of source) {
      if (item.type === 'samples') await enrolment.push(item.channels[0]!);
    }
    return await enrolment.finish({ device, agc });
  } finally {
    await source.close();
  }
}

function unlessTooShort(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-enough-speech') return null;
  throw error;
}
