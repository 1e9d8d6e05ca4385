import { Resampler } from '../../core/audio/resampler.ts';
import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import { BaselinePipeline } from '../../core/pipeline/baselinePipeline.ts';
import { openFileSource } from '../capture/file/fileSource.ts';
import type { BaselineRequest } from './analysis.ts';
import type { SpeechModel } from './speechModel.ts';

/** Runs one reading through the pipeline, up to its end or to where it breaks off. */
async function readSpeech(model: SpeechModel, path: string): Promise<BaselinePipeline> {
  const source = await openFileSource(path);
  try {
    const pipeline = new BaselinePipeline(source.sampleRateHz);
    const resampler = new Resampler(source.sampleRateHz);
    const speech = model.open();
    const analyse = async (blocks: readonly Float32Array[]) => {
      for (const samples of blocks) pipeline.push(samples, await speech.push(samples));
    };
    for await (const item of source) {
      if (item.type === 'samples') await analyse(resampler.push(item.channels[0]!));
    }
    await analyse(resampler.flush());
    pipeline.flush();
    return pipeline;
  } finally {
    await source.close();
  }
}

/**
 * Measures a speaker's baseline from a normal reading and, where there is one, a soft reading.
 * @throws AppError `not-enough-speech`, or what the file's reading throws
 */
export async function measureBaseline(model: SpeechModel, request: BaselineRequest): Promise<Baseline> {
  const { device, agc } = request;
  const normal = await readSpeech(model, request.normalPath);
  const soft = request.softPath === null ? undefined : await readSpeech(model, request.softPath);
  const baseline = normal.baseline({ device, agc }, soft);
  if (!baseline) {
    throw new AppError(
      'not-enough-speech',
      `There are under ${BaselinePipeline.minSpeechSeconds} s of speech in ${request.normalPath}. Read for 30 to 45 s at your usual loudness.`,
    );
  }
  return baseline;
}
