import type { EnrolmentEvent } from '../../../contract/baselineContract.ts';
import { LevelMeter } from '../../../core/audio/levelMeter.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { LiveSource } from '../../capture/liveSource.ts';

/**
 * Records somebody who reads the passage into a source, for this many seconds, then closes the source.
 * @param request `signal` ends the enrolment early, without an error
 * @throws AppError while iterating: `not-enough-speech`, `device-failed`, or the error the source ends with
 */
export async function* enrol(request: {
  readonly source: LiveSource;
  readonly analysis: Analysis;
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<EnrolmentEvent, void> {
  const { source, analysis, seconds, signal } = request;
  const { label: device, sampleRateHz, appliedSettings } = source;
  const agc = appliedSettings['autoGainControl'];
  const enrolment = await analysis.openEnrolment({
    sampleRateHz,
    device,
    agc: typeof agc === 'boolean' ? agc : null,
  });
  const close = () => void source.close();
  if (signal?.aborted) close();
  signal?.addEventListener('abort', close);
  const meter = new LevelMeter(sampleRateHz);
  let samplesLeft = Math.round(seconds * sampleRateHz);
  try {
    for await (const item of source) {
      if (signal?.aborted || samplesLeft <= 0) break;
      if (item.type === 'broken') throw new AppError(item.error.code, item.error.message);
      if (item.type === 'gap') continue;
      const samples = item.channels[0]!;
      samplesLeft -= samples.length;
      // A copy: the analysis transfers its memory.
      enrolment.push(new Float32Array(samples));
      for (const level of meter.push(samples)) {
        const recorded = seconds - Math.max(0, samplesLeft) / sampleRateHz;
        yield { type: 'progress', seconds: recorded, speechSeconds: enrolment.speechSeconds, level };
      }
      if (samplesLeft <= 0) break;
    }
    if (signal?.aborted) return;
    if (samplesLeft > 0) {
      throw new AppError('device-failed', 'The microphone went away before the reading was over. Read it once more.');
    }
    yield { type: 'done', baseline: await enrolment.finish() };
  } finally {
    signal?.removeEventListener('abort', close);
    await source.close();
    await enrolment.close();
  }
}
