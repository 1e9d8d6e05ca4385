import { beforeAll, describe, expect, it } from 'vitest';
import { CallAnalyser, type OpenParty } from '../../../main/analysis/callAnalyser.ts';
import { PartyAnalyser } from '../../../main/analysis/partyAnalyser.ts';
import { loadSpeechModel } from '../../../main/analysis/speechModel.ts';
import { seededUniform } from '../../../samples/randomNumbers.ts';
import { underCondition } from '../../../scripts/accuracy/conditions/condition.ts';
import type { Talker } from '../../../scripts/accuracy/conditions/roomTalkers.ts';
import { type ConditionName, conditions } from '../../../scripts/accuracy/namedConditions.ts';
import { type Estimate, estimateOf } from '../../../scripts/accuracy/scoring/estimate.ts';
import { type SetScore, scoreSet } from '../../../scripts/accuracy/scoring/scoreSet.ts';
import { readSampleCall, readTalkers, type SampleCall } from './sampleSet.ts';

const SAMPLE_RATE_HZ = 16_000;
const CHUNK_SAMPLES = 4_000;

/** Allowed loss of each figure. Of six overlaps and five interruptions, one may be lost. */
const tolerances = { speechF1: 0.01, countError: 0.02, overlapF1: 0.1, interruptionF1: 0.12 };
type Figures = Record<keyof typeof tolerances, number>;

/** Measured figures. Raise a figure when it improves, so that the gain cannot be lost again. */
const golden: readonly (readonly [ConditionName, Figures])[] = [
  ['clean', { speechF1: 0.987, countError: 0.04, overlapF1: 1, interruptionF1: 1 }],
  ['white-15', { speechF1: 0.962, countError: 0.045, overlapF1: 1, interruptionF1: 1 }],
  ['telephone-babble-15', { speechF1: 0.927, countError: 0.067, overlapF1: 0.857, interruptionF1: 0.909 }],
];

async function analyse(channels: readonly Float32Array[], { clip }: SampleCall): Promise<Estimate> {
  const parties = clip.channels_are.map((role, channel) => ({
    role,
    channel,
    sampleRateHz: SAMPLE_RATE_HZ,
    origin: { device: null, agc: null },
  }));
  const model = await loadSpeechModel();
  const openParty: OpenParty = (setup) => new PartyAnalyser(model, setup);
  const analyser = new CallAnalyser(parties, openParty, null);
  for (let from = 0; from < channels[0]!.length; from += CHUNK_SAMPLES) {
    await analyser.push(channels.map((samples) => samples.subarray(from, from + CHUNK_SAMPLES)));
  }
  const { result } = await analyser.finish({
    kind: 'file',
    path: null,
    startedAt: null,
    durationSeconds: clip.seconds,
    sampleRateHz: SAMPLE_RATE_HZ,
    channels: channels.length,
    inputs: parties.map(({ role }) => ({ role, kind: 'file', device: null, appliedSettings: {} })),
    breakMessage: null,
  });
  return estimateOf(result.report);
}

describe('accuracy on the sample calls', () => {
  let calls: readonly SampleCall[];
  let talkers: readonly Talker[];

  beforeAll(async () => {
    calls = await Promise.all(['matching-the-anger', 'soft-and-patient'].map(readSampleCall));
    talkers = await readTalkers();
  });

  async function scoreUnder(name: ConditionName): Promise<SetScore> {
    const condition = conditions.find((candidate) => candidate.name === name)!;
    const estimates = new Map<string, Estimate>();
    for (const [i, call] of calls.entries()) {
      const channels = call.channels.map((samples, channel) =>
        underCondition(samples, condition, talkers, seededUniform(10 * i + channel)),
      );
      estimates.set(call.clip.file, await analyse(channels, call));
    }
    return scoreSet({ kind: 'samples', clips: calls.map(({ clip }) => clip) }, estimates);
  }

  it.each(golden)('does not fall (%s)', { timeout: 120_000 }, async (name, expected) => {
    const score = await scoreUnder(name);
    expect.soft(score.speechF1, 'speech F1').toBeGreaterThanOrEqual(expected.speechF1 - tolerances.speechF1);
    expect.soft(score.countError, 'syllable error').toBeLessThanOrEqual(expected.countError + tolerances.countError);
    expect.soft(score.overlapF1, 'overlap F1').toBeGreaterThanOrEqual(expected.overlapF1 - tolerances.overlapF1);
    expect
      .soft(score.interruptionF1, 'interruption F1')
      .toBeGreaterThanOrEqual(expected.interruptionF1 - tolerances.interruptionF1);
  });
});
