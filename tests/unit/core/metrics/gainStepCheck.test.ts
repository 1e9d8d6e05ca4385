import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { GainStepCheck } from '../../../../core/metrics/gainStepCheck.ts';
import { seededRandom } from '../../../support/signals.ts';

interface Scene {
  readonly seconds: number;
  readonly speechDb: number;
  readonly noiseDb: number;
  /** Seconds of speech and of the silence after it, repeated. */
  readonly rhythm?: readonly [speech: number, silence: number];
}

/** Steps detected in consecutive scenes, with the time of each. */
function stepsIn(scenes: readonly Scene[], seed = 1): { at: number; db: number; turnedAt: number }[] {
  const check = new GainStepCheck(defaultCallConfig.signalTrust);
  const random = seededRandom(seed);
  const steps: { at: number; db: number; turnedAt: number }[] = [];
  let frame = 0;
  for (const { seconds, speechDb, noiseDb, rhythm = [2, 1] } of scenes) {
    for (let end = frame + seconds * 100; frame < end; frame++) {
      const speech = rhythm[0] > 0 && (frame / 100) % (rhythm[0] + rhythm[1]) < rhythm[0];
      // Syllables rise and fall by 12 dB, noise hardly at all.
      const db = speech ? speechDb + 12 * (random() - 0.5) : noiseDb + 3 * (random() - 0.5);
      const found = check.push({ speech, kPower: 10 ** (db / 10) });
      if (found !== undefined) steps.push({ at: frame / 100, db: found, turnedAt: check.steppedAtSeconds });
    }
  }
  return steps;
}

const usual: Scene = { seconds: 30, speechDb: -30, noiseDb: -70 };
const turned = (db: number, scene: Scene = usual): Scene => ({
  ...scene,
  speechDb: scene.speechDb + db,
  noiseDb: scene.noiseDb + db,
});

describe('a change of gain during a call', () => {
  it.each([6, -6, 9, -9, 12, -12])('by %i dB is detected after some words, with its size and time', (db) => {
    const steps = stepsIn([usual, turned(db)]);
    expect(steps).toHaveLength(1);
    expect(Math.abs(steps[0]!.db - db)).toBeLessThan(1);
    expect(Math.abs(steps[0]!.turnedAt - 30)).toBeLessThan(3);
    expect(steps[0]!.at).toBeLessThan(38);
  });

  it('is in doubt from the moment the noise steps in a silence until the agent has spoken', () => {
    const check = new GainStepCheck(defaultCallConfig.signalTrust);
    const push = (seconds: number, speech: boolean, db: number) => {
      for (let frame = 0; frame < seconds * 100; frame++) check.push({ speech, kPower: 10 ** (db / 10) });
    };
    push(5, true, -30);
    push(5, false, -70);
    expect(check.isInDoubt).toBe(false);
    push(0.7, false, -60);
    expect(check.isInDoubt).toBe(true);
    push(30, false, -60);
    expect(check.isInDoubt).toBe(true);
    push(2.1, true, -20);
    expect(check.isInDoubt).toBe(false);
  });

  it('is detected again when it is reversed', () => {
    const steps = stepsIn([usual, turned(10), usual]);
    expect(steps.map(({ db }) => Math.sign(db))).toEqual([1, -1]);
    expect(Math.abs(steps[0]!.db + steps[1]!.db)).toBeLessThan(1);
  });
});

describe('no change of gain is detected', () => {
  it('for a talker who raises or lowers their voice', () => {
    expect(stepsIn([usual, { ...usual, speechDb: -18 }, usual, { ...usual, speechDb: -42 }])).toEqual([]);
  });

  it('for a fan that is switched on, even if the talker speaks up a little', () => {
    expect(stepsIn([usual, { ...usual, noiseDb: -58, speechDb: -27 }, usual])).toEqual([]);
  });

  it('for noise that comes and goes', () => {
    const scenes = Array.from({ length: 20 }, (_, i) => turned(i % 2 === 0 ? 8 : 0, { ...usual, seconds: 4 }));
    expect(stepsIn([usual, ...scenes]).length).toBeLessThanOrEqual(1);
  });

  it('when a gate removes the noise', () => {
    expect(stepsIn([usual, turned(10)].map((scene) => ({ ...scene, noiseDb: -100 })))).toEqual([]);
  });

  it('for any voice while the noise is constant', () => {
    const voice = fc.record({
      seconds: fc.integer({ min: 1, max: 20 }),
      speechDb: fc.integer({ min: -55, max: -10 }),
      noiseDb: fc.constant(-70),
      rhythm: fc.tuple(fc.constantFrom(0, 0.5, 2, 6), fc.constantFrom(0.5, 1, 3)),
    });
    fc.assert(
      fc.property(fc.array(voice, { maxLength: 12 }), fc.nat(), (scenes, seed) => {
        expect(stepsIn(scenes, seed)).toEqual([]);
      }),
    );
  });
});
