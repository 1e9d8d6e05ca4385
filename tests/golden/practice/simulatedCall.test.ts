import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import decodeFlac from '@audio/decode-flac';
import { describe, expect, it } from 'vitest';
import { baselineSchema } from '../../../core/model/baseline.ts';
import { lineClip } from '../../../core/model/clipManifest.ts';
import type { CallerAction } from '../../../core/practice/callerAction.ts';
import { drill } from '../../../core/practice/drills/drillPlans.ts';
import { DrillPractice } from '../../../core/practice/runs/drillPractice.ts';
import { StormSimulator } from '../../../core/practice/stormSimulator.ts';
import { intensityOf } from '../../../core/practice/storyline.ts';
import { type TraineeReading, traineeReading } from '../../../core/practice/traineeReading.ts';
import { truthSchema } from '../../../samples/truth.ts';
import { type Delivery, runPipeline } from '../../support/pipelineRun.ts';
import { clipSeconds, practiceScenarios } from '../../support/practiceScenarios.ts';
import { concat } from '../../support/signals.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../../samples/${path}`, import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(sample(path), 'utf8'));
const baseline = baselineSchema.parse(readJson('agent-baseline/baseline.json'));
const scenarios = practiceScenarios();
const calls = ['soft-and-patient', 'matching-the-anger'] as const;

/** Cuts the trainee's audio into pieces of the given length. */
function* pieces(samples: Float32Array, length: number): Iterable<Delivery> {
  for (let at = 0; at < samples.length; at += length) yield { role: 'agent', samples: samples.slice(at, at + length) };
}

/** Returns the readings of the trainee in that audio. */
function readingsOf(samples: Float32Array, pieceLength: number): readonly TraineeReading[] {
  const { events } = runPipeline(['agent'], pieces(samples, pieceLength), { baseline });
  return events.flatMap((event) => (event.type === 'metrics' ? [traineeReading(event)] : []));
}

/** Returns the simulated caller's response to those readings. */
function simulated(readings: readonly TraineeReading[], scenario = scenarios[0]!): readonly CallerAction[] {
  const lineSeconds = (lineId: string) => clipSeconds(lineClip(scenario.id, lineId));
  const simulator = new StormSimulator({ scenario, seed: 7, level: 1, lineSeconds });
  return readings.flatMap((reading) => simulator.push(reading));
}

/** One line per action, for human readers. */
function transcript(actions: readonly CallerAction[]): string {
  const lines = actions.map((action) => {
    const what = action.type === 'say' ? `say ${action.line.id}: ${action.line.text}` : action.type;
    const heat = 'heat' in action ? ` (${intensityOf(action.heat)})` : '';
    return `${action.at.toFixed(1)} ${what}${heat}`;
  });
  return `${lines.join('\n')}\n`;
}

async function agentOf(call: string): Promise<Float32Array> {
  const { channelData } = await decodeFlac(readFileSync(sample(`${call}/call.flac`)));
  return channelData[0]!;
}

describe('the simulated caller', () => {
  it.each(calls)('answers the agent of %s as recorded, in every scenario', async (call) => {
    const readings = readingsOf(await agentOf(call), 1600);
    for (const scenario of scenarios) {
      const said = transcript(simulated(readings, scenario));
      await expect(said).toMatchFileSnapshot(`${call}/${scenario.id}.txt`);
    }
  });

  it('acts the same for any chunking of the audio', async () => {
    const start = (await agentOf('matching-the-anger')).subarray(0, 30 * 16_000);
    expect(simulated(readingsOf(start, 777))).toEqual(simulated(readingsOf(start, 4096)));
  });

  it('raises its voice after 0.2 s of being talked over, and not before', async () => {
    const { lines } = truthSchema.parse(readJson('matching-the-anger/truth.json'));
    const { start } = lines.find(({ role, kind }) => role === 'agent' && kind !== 'backchannel')!;
    const speech = (await agentOf('matching-the-anger')).subarray(start * 16_000);
    // The caller begins after 1.5 s of silence and speaks for some seconds.
    const raises = (heardSeconds: number) =>
      simulated(readingsOf(concat(new Float32Array(3 * 16_000), speech.subarray(0, heardSeconds * 16_000)), 160)).some(
        ({ type }) => type === 'gain',
      );
    expect([raises(0), raises(0.2)]).toEqual([false, true]);
  });
});

/** Simulates a speaker who never pauses, by omitting everything below a level. */
function withoutPauses(samples: Float32Array): Float32Array {
  const window = 512;
  const windows = Array.from({ length: Math.floor(samples.length / window) }, (_, index) =>
    samples.subarray(index * window, (index + 1) * window),
  );
  return concat(...windows.filter((part) => part.reduce((sum, sample) => sum + sample ** 2, 0) / window > 2e-5));
}

describe('holding the soft band', () => {
  it('has a value for a trainee who speaks for half a minute without a pause, at unknown gain', async () => {
    const scoreOf = async (call: string) => {
      const once = withoutPauses(await agentOf(call));
      const speech = concat(once, once, once).subarray(0, 34 * 16_000);
      const { events } = runPipeline(['agent'], pieces(speech, 1600), { baseline: { ...baseline, agc: null } });
      const run = new DrillPractice(drill('soft-band', () => 4));
      for (const event of events) if (event.type === 'metrics') run.push(event);
      return run.result();
    };
    const [soft, loud] = [await scoreOf('soft-and-patient'), await scoreOf('matching-the-anger')];
    expect([soft.noScore, loud.noScore]).toEqual([null, null]);
    expect(soft.score).toBeGreaterThan(90);
    expect(loud.score).toBeLessThan(80);
  });
});
