import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drillIds } from '../../../../core/model/drill.ts';
import type { Scenario } from '../../../../core/model/scenario.ts';
import { type Answer, answerEffect } from '../../../../core/practice/answerEffect.ts';
import { drill } from '../../../../core/practice/drills/drillPlans.ts';
import { type DrillResult, DrillRun } from '../../../../core/practice/drills/drillRun.ts';
import { drillTimeline, isOwnFloor } from '../../../../core/practice/drills/drillTimeline.ts';
import { contourAt } from '../../../../core/practice/drills/referenceContour.ts';
import { scenarioScore, tryNext } from '../../../../core/practice/scenarioScore.ts';
import type { TraineeReading } from '../../../../core/practice/traineeReading.ts';
import { practiceScenarios } from '../../../support/practiceScenarios.ts';
import { escalating, simulatedCall, softAndPatient, type TraineeManner } from '../../../support/scriptedTrainee.ts';

const good: Answer = { gapSeconds: 1, speechSeconds: 4, effortDb: -3, paceRatio: 0.95 };
const answer = fc.record({
  gapSeconds: fc.double({ min: -2, max: 8, noNaN: true }),
  speechSeconds: fc.double({ min: 0.1, max: 50, noNaN: true }),
  effortDb: fc.double({ min: -12, max: 14, noNaN: true }),
  paceRatio: fc.double({ min: 0.5, max: 2, noNaN: true }),
});
const more = fc.double({ min: 0, max: 10, noNaN: true });
const drills = drillIds.map((id) => drill(id, () => 4));

const scenarios = practiceScenarios();

/** The score of a call with a trainee who always answers in the same way. */
function callScore(scenario: Scenario, seed: number, manner: TraineeManner): number | undefined {
  const actions = simulatedCall({ scenario, seed }, manner);
  const answers = actions.flatMap((action) => (action.type === 'answered' ? [action.answer] : []));
  return scenarioScore(answers, actions.filter(({ type }) => type === 'talked-over').length).score;
}

/** A complete reading. */
type MeasuredReading = { readonly [K in keyof TraineeReading]: NonNullable<TraineeReading[K]> };

/** Readings of a voice over the length of a drill, ten per second. */
function readings(seconds: number, voice: (at: number) => Omit<MeasuredReading, 'at'>): MeasuredReading[] {
  return Array.from({ length: Math.floor(seconds * 10) }, (_, index) => {
    const at = (index + 1) / 10;
    return { at, ...voice(at) };
  });
}

function resultOf(run: DrillRun, heard: readonly TraineeReading[]): DrillResult {
  for (const reading of heard) run.push(reading);
  return run.result();
}

/** A trainee who does everything right: speaks softly, slowly, along the contour, 0.8 s after the caller has finished. */
function ideal(which: (typeof drills)[number]): MeasuredReading[] {
  const timeline = drillTimeline(which.phases);
  return readings(timeline.at(-1)!.end, (at) => {
    const placed = timeline.find(({ end }) => at <= end)!;
    const into = at - placed.start;
    const speaking = isOwnFloor(placed.phase) && into >= 0.8;
    return {
      speaking,
      effortDb: -3,
      paceRatio: 0.9,
      pitchSemitones: which.contour ? contourAt(which.contour, into) : 0,
    };
  });
}

describe('the score of a scenario', () => {
  it('is 100 for soft, slow, patient answers and loses its share with each talk-over', () => {
    expect(scenarioScore([good, good], 0).score).toBe(100);
    expect(scenarioScore([good, good], 2).score).toBe(50);
  });

  it('is missing without a baseline, but has the credits that are known', () => {
    const score = scenarioScore([{ ...good, effortDb: undefined }], 0);
    expect(score).toMatchObject({ score: undefined, soft: undefined, pace: 1, wait: 1 });
  });

  it('is never better for louder, faster, more hasty or interrupting answers', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: 12 }),
        fc.nat(5),
        more,
        more,
        fc.nat(3),
        (answers, n, db, pace, k) => {
          const before = scenarioScore(answers, n).score!;
          const worse = answers.map((one) => ({
            ...one,
            effortDb: one.effortDb + db,
            paceRatio: one.paceRatio + pace,
          }));
          expect(scenarioScore(worse, n + k).score!).toBeLessThanOrEqual(before);
          const hasty = answers.map((one) => ({ ...one, gapSeconds: Math.min(one.gapSeconds, 0.4 - db / 10) }));
          const patient = answers.map((one) => ({ ...one, gapSeconds: 0.4 }));
          expect(scenarioScore(hasty, n).score!).toBeLessThanOrEqual(scenarioScore(patient, n).score!);
        },
      ),
    );
  });

  it('is never better in a whole call for a trainee who is louder, faster or interrupts', () => {
    const rise = fc.double({ min: 0, max: 6, noNaN: true });
    const quicker = fc.double({ min: 0, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.nat(),
        rise,
        quicker,
        fc.boolean(),
        (scenario, seed, db, pace, cutsIn) => {
          const before = { ...softAndPatient, effortDb: softAndPatient.effortDb + db / 2 };
          const after: TraineeManner = {
            effortDb: before.effortDb + db,
            paceRatio: before.paceRatio + pace,
            speechSeconds: before.speechSeconds,
            answers: cutsIn ? escalating.answers : before.answers,
          };
          const worse = callScore(scenario, seed, after);
          if (worse !== undefined) expect(worse).toBeLessThanOrEqual(callScore(scenario, seed, before)!);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('suggests the practice that cost the most points', () => {
    expect(tryNext(scenarioScore([good], 1))).toBe('do-not-interrupt');
    expect(tryNext(scenarioScore([{ ...good, effortDb: 7 }], 0))).toBe('speak-softly');
    expect(tryNext(scenarioScore([{ ...good, paceRatio: 1.4 }], 0))).toBe('slow-down');
    expect(tryNext(scenarioScore([{ ...good, gapSeconds: 0 }], 0))).toBe('wait-for-the-pause');
    expect(tryNext(scenarioScore([good], 0))).toBe('keep-practising');
  });
});

describe('the effect of an answer', () => {
  it('never soothes more when it is louder, faster or earlier than 0.6 s', () => {
    fc.assert(
      fc.property(
        answer,
        more,
        more,
        fc.constantFrom('calm', 'annoyed', 'angry', 'peak'),
        fc.integer({ min: 1, max: 5 }),
        (one, db, pace, intensity, level) => {
          const { change } = answerEffect(one, intensity, level);
          const worse = { ...one, effortDb: one.effortDb + db, paceRatio: one.paceRatio + pace };
          expect(answerEffect(worse, intensity, level).change).toBeGreaterThanOrEqual(change);
          const early = { ...one, gapSeconds: Math.min(0.6, one.gapSeconds) };
          const earlier = { ...early, gapSeconds: early.gapSeconds - db };
          expect(answerEffect(earlier, intensity, level).change).toBeGreaterThanOrEqual(
            answerEffect(early, intensity, level).change,
          );
        },
      ),
    );
  });
});

describe.each(drills)('the drill $id', (which) => {
  it('lasts 30–90 s and its weights add up to 1', () => {
    expect(new DrillRun(which).seconds).toBeGreaterThanOrEqual(30);
    expect(new DrillRun(which).seconds).toBeLessThanOrEqual(90);
    expect(Object.values(which.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('gives 100 to a trainee who does everything right', () => {
    expect(resultOf(new DrillRun(which), ideal(which))).toMatchObject({ score: 100, noScore: undefined });
  });

  it('gives no score for silence', () => {
    const silent = ideal(which).map((reading) => ({ ...reading, speaking: false }));
    expect(resultOf(new DrillRun(which), silent)).toMatchObject({ score: undefined, noScore: 'not-enough-speech' });
  });

  it('never scores louder, faster or interrupting speech better', () => {
    const timeline = drillTimeline(which.phases);
    const seconds = timeline.at(-1)!.end;
    const stretch = fc.record({
      speaking: fc.boolean(),
      effortDb: fc.double({ min: -9, max: 12, noNaN: true }),
      paceRatio: fc.double({ min: 0.6, max: 1.8, noNaN: true }),
      pitchSemitones: fc.double({ min: -6, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: Math.ceil(seconds / 2), maxLength: Math.ceil(seconds / 2) }),
        more,
        fc.double({ min: 1, max: 1.6, noNaN: true }),
        fc.array(fc.nat(Math.floor(seconds)), { maxLength: 5 }),
        (stretches, db, faster, interruptedAt) => {
          const before = readings(seconds, (at) => stretches[Math.min(stretches.length - 1, Math.floor(at / 2))]!);
          const worse = before.map((reading) => {
            const placed = timeline.find(({ end }) => reading.at <= end);
            const intoOther = placed !== undefined && !isOwnFloor(placed.phase);
            const interrupts = intoOther && interruptedAt.some((second) => Math.floor(reading.at) === second);
            return {
              ...reading,
              speaking: reading.speaking || interrupts,
              effortDb: reading.effortDb + db,
              paceRatio: reading.paceRatio * faster,
            };
          });
          const [first, second] = [before, worse].map((heard) => resultOf(new DrillRun(which), heard).score);
          if (first !== undefined && second !== undefined) expect(second).toBeLessThanOrEqual(first);
        },
      ),
      { numRuns: 60 },
    );
  });
});
