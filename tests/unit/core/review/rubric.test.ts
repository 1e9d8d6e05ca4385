import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rubricSchema, type ScoreSheet } from '../../../../core/model/rubric.ts';
import { agreement, LEAST_FOR_KAPPA, weightedKappa } from '../../../../core/review/agreement.ts';
import { defaultRubric } from '../../../../core/review/defaultRubric.ts';
import { rubricShare, visibleSheets } from '../../../../core/review/rubricScore.ts';

const sheet = (levels: ScoreSheet['levels'], changes: Partial<ScoreSheet> = {}): ScoreSheet => ({
  rubricId: 'r',
  coach: 'Kim',
  levels,
  submittedAt: null,
  ...changes,
});
const criterion = (id: string, weight: number) => ({ id, name: id, question: '', weight, anchors: [] });
const rubric = rubricSchema.parse({
  schema: 'softspoken.rubric/1',
  id: 'r',
  name: 'Two things',
  criteria: [criterion('soft', 3), criterion('pause', 1), criterion('noted', 0)],
});

describe('a rubric', () => {
  it('comes with one built from the practices, valid as any', () => {
    expect(rubricSchema.parse(defaultRubric)).toEqual(defaultRubric);
    for (const { anchors } of defaultRubric.criteria) expect(anchors.map(({ level }) => level)).toEqual([1, 3, 5]);
  });

  it('has an id for every criterion', () => {
    const twice = { ...rubric, criteria: [criterion('soft', 1), criterion('soft', 1)] };
    expect(rubricSchema.safeParse(twice).success).toBe(false);
  });

  it('weighs what was scored and leaves out the rest', () => {
    expect(rubricShare(rubric, sheet({ soft: 5, pause: 1, noted: 1 }))).toBeCloseTo(0.75);
    expect(rubricShare(rubric, sheet({ soft: 3, pause: null }))).toBeCloseTo(0.5);
    expect(rubricShare(rubric, sheet({ noted: 5 }))).toBeUndefined();
  });

  it('hides another coach’s sheet until both are submitted', () => {
    const submittedAt = '2026-05-04T10:00:00.000Z';
    const mine = sheet({ soft: 4 });
    const theirs = sheet({ soft: 2 }, { coach: 'Robin', submittedAt });
    expect(visibleSheets([mine, theirs], 'Kim')).toEqual([mine]);
    const done = { ...mine, submittedAt };
    expect(visibleSheets([done, theirs], 'Kim')).toEqual([done, theirs]);
    expect(visibleSheets([done, { ...theirs, submittedAt: null }], 'Kim')).toEqual([done]);
  });
});

describe('agreement of two coaches', () => {
  it('is told per criterion, as far as both scored it', () => {
    const found = agreement(rubric, [
      [sheet({ soft: 2, pause: 3 }), sheet({ soft: 4, pause: null })],
      [sheet({ soft: 5 }), sheet({ soft: 4 })],
    ]);
    expect(found.criteria).toEqual([
      { criterionId: 'soft', n: 2, meanDifference: 0.5, meanDistance: 1.5 },
      { criterionId: 'pause', n: 0, meanDifference: undefined, meanDistance: undefined },
      { criterionId: 'noted', n: 0, meanDifference: undefined, meanDistance: undefined },
    ]);
    expect(found).toMatchObject({ n: 2, sameShare: 0, kappa: undefined, kappaMissing: 'too-few' });
  });

  it('gives kappa with enough levels, and not where both gave one only', () => {
    const pairs = (levelOf: (i: number) => number) =>
      Array.from({ length: LEAST_FOR_KAPPA }, (_, i) => {
        const given = sheet({ soft: levelOf(i) });
        return [given, given] as const;
      });
    expect(
      agreement(
        rubric,
        pairs((i) => 1 + (i % 5)),
      ),
    ).toMatchObject({ kappa: 1, sameShare: 1 });
    expect(
      agreement(
        rubric,
        pairs(() => 4),
      ),
    ).toMatchObject({ kappa: undefined, kappaMissing: 'no-spread' });
  });

  it('computes kappa as worked out by hand', () => {
    // Observed: (0 + 1 + 0 + 1) / 4 = 0.5. Expected over all 16 pairings: 40 / 16 = 2.5.
    const levels = [
      [1, 1],
      [2, 3],
      [4, 4],
      [3, 2],
    ] as const;
    expect(weightedKappa(levels)).toBeCloseTo(1 - 0.5 / 2.5, 12);
  });

  it('is the same whoever is named first, and 1 only for the same levels', () => {
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 2 }), (levels) => {
        const kappa = weightedKappa(levels);
        expect(weightedKappa(levels.map(([a, b]) => [b, a] as const))).toEqual(kappa);
        if (kappa === undefined) return;
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa === 1).toBe(levels.every(([a, b]) => a === b));
      }),
    );
  });
});
