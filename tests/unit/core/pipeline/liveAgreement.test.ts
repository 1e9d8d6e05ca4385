import { beforeAll, describe, expect, it } from 'vitest';
import type { Baseline } from '../../../../core/model/baseline.ts';
import type { CallMetrics } from '../../../../core/model/callEvent.ts';
import type { Role } from '../../../../core/model/role.ts';
import { type PipelineRun, runPipeline } from '../../../support/pipelineRun.ts';
import { amplitudeOfDb, concat, mix, silence, syllableTrain, whiteNoise } from '../../../support/signals.ts';
import { agree, turnEndReadings } from '../../../support/turnEndReadings.ts';

const talk = (seconds: number, f0Hz: number, perSecond: number) =>
  syllableTrain({ count: Math.round(seconds * perSecond), perSecond, f0Hz });

const baseline: Baseline = {
  schema: 'softspoken.baseline/1',
  device: null,
  agc: null,
  activeLufs: { p10: -30, p50: -26, p90: -22 },
  alphaRatioDb: { p10: -14, p50: -12, p90: -10 },
  f0Hz: { p10: 170, p50: 185, p90: 200 },
  articulationRate: { p10: 3, p50: 3.5, p90: 4 },
  alphaPerDb: null,
};

/** Agent and caller take turns of 3 to 5 s; the agent becomes faster and higher from turn to turn. */
function dialogue(): Record<Role, Float32Array> {
  const agent = [silence(1)];
  const customer = [silence(1)];
  for (let turn = 0; turn < 4; turn += 1) {
    const own = talk(3 + (turn % 3), 180 + 10 * turn, 3 + 0.5 * turn);
    const other = talk(3 + ((turn + 1) % 3), 110, 4);
    agent.push(own, silence(other.length / 16_000 + 1.1));
    customer.push(silence(own.length / 16_000 + 0.6), other, silence(0.5));
  }
  const heard = (parts: readonly Float32Array[], seed: number) => {
    const voice = concat(...parts);
    return mix(voice, whiteNoise(voice.length / 16_000, amplitudeOfDb(-70), seed));
  };
  return { agent: heard(agent, 1), customer: heard(customer, 2) };
}

describe('the events of a live call and its report', () => {
  let run: PipelineRun;
  beforeAll(() => {
    const voices = dialogue();
    // 100 ms at a time, one party and then the other, as a live source delivers them.
    const length = Math.max(voices.agent.length, voices.customer.length);
    const deliveries = Array.from({ length: Math.ceil(length / 1600) }, (_, i) =>
      (['agent', 'customer'] as const).map((role) => ({ role, samples: voices[role].slice(1600 * i, 1600 * (i + 1)) })),
    );
    run = runPipeline(['agent', 'customer'], deliveries.flat(), { baseline });
  });

  it('contain the same turns, overlaps, transfers and cues', () => {
    const { events, report } = run;
    const turns = events.flatMap((event) => (event.type === 'turn' ? [event.turn] : []));
    expect(report.turns.length).toBeGreaterThanOrEqual(8);
    expect(turns.toSorted((a, b) => a.start - b.start)).toMatchObject(
      report.turns.map(({ role, start, end, syllables }) => ({ role, start, end, syllables })),
    );
    const transfers = events.flatMap((event) => (event.type === 'floor-transfer' ? [event.transfer] : []));
    expect(transfers.map(({ from, to }) => [from, to])).toEqual(report.gaps.map(({ from, to }) => [from, to]));
    const cues = events.flatMap((event) => (event.type === 'cue' ? [[event.cue.kind, event.cue.shown]] : []));
    expect(cues).toEqual(report.cues.map(({ kind, shown }) => [kind, shown]));
  });

  it('have the same rate and effort at the end of every turn, within 2%', () => {
    const readings = turnEndReadings(run.events, run.report);
    expect(readings.length).toBeGreaterThanOrEqual(10);
    expect(readings.filter((reading) => !agree(reading))).toEqual([]);
  });

  it('end with the same share of speech', () => {
    const last = run.events.findLast((event) => event.type === 'metrics') as CallMetrics;
    expect(Math.abs(last.talkShare! / run.report.summary.talkShare! - 1)).toBeLessThan(0.02);
  });
});
