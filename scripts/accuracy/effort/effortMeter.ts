import { defaultCallConfig } from '../../../core/config/callConfig.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { BaselinePipeline } from '../../../core/pipeline/baselinePipeline.ts';
import { CallPipeline } from '../../../core/pipeline/callPipeline.ts';
import { PartyAnalyser } from '../../../main/analysis/partyAnalyser.ts';
import type { SpeechModel } from '../../../main/analysis/speechModel.ts';
import { mixChannel, type PlacedSound } from '../../../samples/mixCall.ts';

const SAMPLE_RATE_HZ = 16_000;
const QUIET_SECONDS = 1;
/** Silence between consecutive pieces. */
const PAUSE_SECONDS = 0.4;
/** The origin of a recording: its gain is not trusted. */
const ORIGIN = { device: null, agc: null };

/** Joins pieces of speech over the noise of a quiet room, which is the same each time. */
export function recordingOf(pieces: readonly Float32Array[]): Float32Array {
  let at = QUIET_SECONDS;
  const sounds = pieces.map((samples): PlacedSound => {
    const sound = { start: at, samples };
    at += samples.length / SAMPLE_RATE_HZ + PAUSE_SECONDS;
    return sound;
  });
  return mixChannel(sounds, at + QUIET_SECONDS, SAMPLE_RATE_HZ, 1);
}

/** @returns undefined for less than 8 s of speech */
export async function baselineOf(model: SpeechModel, recording: Float32Array): Promise<Baseline | undefined> {
  const pipeline = new BaselinePipeline(defaultCallConfig, SAMPLE_RATE_HZ);
  pipeline.push(recording, await model.open().push(recording));
  pipeline.flush();
  return pipeline.baseline(ORIGIN);
}

/**
 * Returns the mean effort over a recording's speech in dB, without trusting the gain; undefined if it is unavailable.
 */
export async function effortOf(
  model: SpeechModel,
  recording: Float32Array,
  baseline: Baseline,
): Promise<number | undefined> {
  const party = { role: 'agent', channel: 0, sampleRateHz: SAMPLE_RATE_HZ, origin: ORIGIN } as const;
  const pipeline = new CallPipeline({ parties: [party], baseline, config: defaultCallConfig });
  const feed = new PartyAnalyser(model, { sampleRateHz: SAMPLE_RATE_HZ, signalTrust: defaultCallConfig.signalTrust });
  for (const { ticks, signal } of [await feed.push(recording), await feed.finish()])
    pipeline.push('agent', ticks, signal);
  pipeline.flush();
  const source = {
    kind: 'file',
    path: null,
    startedAt: null,
    durationSeconds: recording.length / SAMPLE_RATE_HZ,
    sampleRateHz: SAMPLE_RATE_HZ,
    channels: 1,
    inputs: [],
    breakMessage: null,
  } as const;
  return pipeline.report(source, 'accuracy').speakers[0]!.effort?.meanDb;
}

/**
 * Counts the pairs from a softer and a louder group that are in that order; a pair with an unavailable effort is not.
 */
export function orderedShare(
  softer: readonly (number | undefined)[],
  louder: readonly (number | undefined)[],
): { readonly ordered: number; readonly pairs: number } {
  const pairs = softer.flatMap((low) => louder.map((high) => ({ low, high })));
  const ordered = pairs.filter(({ low, high }) => low !== undefined && high !== undefined && low < high).length;
  return { ordered, pairs: pairs.length };
}
