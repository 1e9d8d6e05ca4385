import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallerAction } from '../../../../core/practice/callerAction.ts';
import { StormSimulator } from '../../../../core/practice/stormSimulator.ts';
import type { TraineeReading } from '../../../../core/practice/traineeReading.ts';
import { practiceScenarios } from '../../../support/practiceScenarios.ts';
import { escalating, simulatedCall, softAndPatient } from '../../../support/scriptedTrainee.ts';

const scenarios = practiceScenarios();
const scenario = scenarios[0]!;
const seeds = Array.from({ length: 25 }, (_, index) => index * 7919);

const endOf = (actions: readonly CallerAction[]) => {
  const last = actions.at(-1);
  return last?.type === 'ended' ? last : undefined;
};
const ofType = <T extends CallerAction['type']>(actions: readonly CallerAction[], type: T) =>
  actions.filter((action): action is Extract<CallerAction, { type: T }> => action.type === type);

/** Runs a trainee who speaks in the given spans. */
function callWith(spans: readonly (readonly [number, number])[], seconds: number, voice: Partial<TraineeReading> = {}) {
  const simulator = new StormSimulator({ scenario, seed: 1, level: 1, lineSeconds: () => 5 });
  const actions: CallerAction[] = [];
  for (let tick = 1; tick <= seconds * 10; tick++) {
    const at = tick / 10;
    const speaking = spans.some(([start, end]) => at >= start && at < end);
    const reading = { at, speaking, effortDb: 0, paceRatio: 1, pitchSemitones: 0, ...voice };
    actions.push(...simulator.push(reading));
  }
  return actions;
}

describe.each(scenarios)('the caller of $id', (scenario) => {
  it.each([1, 3, 5])('always calms down for a soft and patient trainee at level %i', (level) => {
    for (const seed of seeds) {
      const end = endOf(simulatedCall({ scenario, seed, level }, softAndPatient));
      expect(end, `seed ${seed}`).toMatchObject({ outcome: 'resolved' });
      expect(end!.heat).toBeLessThan(0.25);
    }
  });

  it.each([1, 3, 5])('always ends at the peak with a trainee who escalates at level %i', (level) => {
    for (const seed of seeds) {
      const end = endOf(simulatedCall({ scenario, seed, level }, escalating));
      expect(end, `seed ${seed}`).toMatchObject({ outcome: 'lost' });
      expect(end!.heat).toBeGreaterThanOrEqual(0.75);
    }
  });

  it('comes in waves: gets angrier again before the end, even with a soft trainee', () => {
    const heats = ofType(simulatedCall({ scenario, seed: 3 }, softAndPatient), 'answered').map(({ heat }) => heat);
    expect(heats.some((heat, index) => heat > (heats[index - 1] ?? 1))).toBe(true);
  });
});

describe('the simulated caller', () => {
  it('does the same for the same readings and seed, and varies with the seed', () => {
    const call = (seed: number) => simulatedCall({ scenario, seed }, softAndPatient);
    expect(call(5)).toEqual(call(5));
    const said = seeds.map((seed) => JSON.stringify(ofType(call(seed), 'say').map(({ line }) => line.id)));
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it('gets louder within 0.3 s of being talked over and stops if that continues', () => {
    // The first line runs from 1.5 s to 6.5 s.
    const actions = callWith([[3, 5]], 5);
    const [gain] = ofType(actions, 'gain');
    expect(gain!.at).toBeLessThanOrEqual(3.3);
    expect(gain!.byDb).toBeGreaterThan(0);
    expect(ofType(actions, 'talked-over')[0]!.at).toBeLessThanOrEqual(3.9);
  });

  it('listens from the moment its voice reports the end of a line of unknown length', () => {
    const simulator = new StormSimulator({ scenario, seed: 1, level: 1, lineSeconds: () => undefined });
    const actions: CallerAction[] = [];
    let said = '';
    for (let tick = 1; tick <= 140; tick++) {
      if (tick === 41) simulator.lineFinished('another-line');
      if (tick === 61) simulator.lineFinished(said);
      const speaking = tick > 70 && tick <= 110;
      for (const action of simulator.push({ at: tick / 10, speaking, effortDb: 0, paceRatio: 1, pitchSemitones: 0 })) {
        actions.push(action);
        if (action.type === 'say') said = action.line.id;
      }
    }
    expect(ofType(actions, 'answered')[0]!.answer.gapSeconds).toBeCloseTo(1.1);
    // The caller does not wait forever for a voice that never reports the end.
    const silent = new StormSimulator({ scenario, seed: 1, level: 1, lineSeconds: () => undefined });
    const unheard = Array.from({ length: 400 }, (_, tick) =>
      silent.push({ at: (tick + 1) / 10, speaking: false, effortDb: 0, paceRatio: 1, pitchSemitones: 0 }),
    ).flat();
    expect(ofType(unheard, 'say')[1]!.line.id).toMatch(/^silence-/);
  });

  it('ignores a short word and returns to its former level', () => {
    const actions = callWith([[3, 3.4]], 6);
    expect(actions.map(({ type }) => type)).toEqual(['say', 'gain', 'gain']);
    expect(actions.at(-1)).toMatchObject({ byDb: 0 });
  });

  it('tolerates a soft voice for longer than a loud one', () => {
    const talkOversAt = (effortDb: number) => ofType(callWith([[3, 3.9]], 6, { effortDb }), 'talked-over').length;
    expect([talkOversAt(-5), talkOversAt(4)]).toEqual([0, 1]);
  });

  it('accepts an answer within its last half second as eager, not as an interruption', () => {
    const actions = callWith([[6.2, 9]], 12);
    expect(ofType(actions, 'talked-over')).toEqual([]);
    expect(ofType(actions, 'answered')[0]!.answer.gapSeconds).toBeLessThan(0);
  });

  it('measures the gap and the length of an answer', () => {
    const [answered] = ofType(callWith([[7.5, 11.5]], 14), 'answered');
    expect(answered!.answer.gapSeconds).toBeCloseTo(1, 1);
    expect(answered!.answer.speechSeconds).toBeCloseTo(4, 1);
    expect(answered!.at).toBeLessThan(12.5);
  });

  it('asks whether anybody is there after six seconds of silence', () => {
    const lines = ofType(callWith([], 14), 'say').map(({ line }) => line.id);
    expect(lines[1]).toMatch(/^silence-/);
  });

  it('cuts in on an answer that does not end', () => {
    const actions = callWith([[7, 60]], 30);
    expect(ofType(actions, 'answered')[0]!.at).toBeLessThan(7 + 17);
  });

  it('waits for a greeting that is being said', () => {
    expect(ofType(callWith([[1, 3]], 6), 'say')[0]!.at).toBeGreaterThan(3);
  });

  it('always ends, and does nothing afterwards', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(
          fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 80 }), fc.double({ min: -12, max: 12, noNaN: true })),
        ),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 5 }),
        (scenario, stretches, seed, level) => {
          const simulator = new StormSimulator({ scenario, seed, level, lineSeconds: () => 3 });
          const actions: CallerAction[] = [];
          let tick = 0;
          const push = (speaking: boolean, effortDb: number) => {
            tick += 1;
            actions.push(...simulator.push({ at: tick / 10, speaking, effortDb, paceRatio: 1, pitchSemitones: 0 }));
          };
          for (const [speaking, ticks, effortDb] of stretches) for (let i = 0; i < ticks; i++) push(speaking, effortDb);
          for (let i = 0; i < 4000 && !simulator.isOver; i++) push(false, 0);
          expect(simulator.isOver).toBe(true);
          expect(actions.filter(({ type }) => type === 'ended')).toHaveLength(1);
          expect(actions.at(-1)!.type).toBe('ended');
          for (const action of actions) {
            if ('heat' in action) expect(action.heat).toSatisfy((heat: number) => heat >= 0 && heat <= 1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
