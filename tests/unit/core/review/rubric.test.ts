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
  it('has a valid default that is built from the practices', () => {
    expect(rubricSchema.parse(defaultRubric)).toEqual(defaultRubric);
    for (const { anchors } of defaultRubric.criteria) expect(anchors.map(({ level }) => level)).toEqual([1, 3, 5]);
  });

  it('needs a unique id for every criterion', () => {
    const twice = { ...rubric, criteria: [criterion('soft', 1), criterion('soft', 1)] };
    expect(rubricSchema.safeParse(twice).success).toBe(false);
  });

  it('weights the scored criteria and leaves out the rest', () => {
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

describe('the agreement of two coaches', () => {
  it('counts only the criteria that both scored', () => {
    const found = agreement(rubric, [
      [sheet({ soft: 2, pause: 3, noted: 4 }), sheet({ soft: 4, pause: null, noted: 4 })],
    ]);
    expect(found).toMatchObject({ n: 2, sameShare: 0.5, meanDistance: 1 });
  });

  it('is missing if no criterion was scored by both', () => {
    const found = agreement(rubric, [[sheet({ soft: 2 }), sheet({ pause: 3 })]]);
    expect(found).toMatchObject({ n: 0, sameShare: undefined, meanDistance: undefined });
  });

  it('is the same in either order, and complete only for the same levels', () => {
    const levels = fc.record({ soft: fc.integer({ min: 1, max: 5 }), pause: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(levels, levels, (one, other) => {
        const found = agreement(rubric, [[sheet(one), sheet(other)]]);
        const { n, sameShare, meanDistance } = agreement(rubric, [[sheet(other), sheet(one)]]);
        expect({ n, sameShare, meanDistance }).toEqual({
          n: found.n,
          sameShare: found.sameShare,
          meanDistance: found.meanDistance,
        });
        expect(found.sameShare === 1).toBe(one.soft === other.soft && one.pause === other.pause);
      }),
    );
  });
});

describe('the agreement of two coaches over several calls', () => {
  it('is given per criterion, from the calls in which both scored it', () => {
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

  it('has a kappa with enough levels, unless both gave only one', () => {
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

  it('has the kappa worked out by hand', () => {
    // Observed: (0 + 1 + 0 + 1) / 4 = 0.5. Expected over all 16 pairings: 40 / 16 = 2.5.
    const levels = [
      [1, 1],
      [2, 3],
      [4, 4],
      [3, 2],
    ] as const;
    expect(weightedKappa(levels)).toBeCloseTo(1 - 0.5 / 2.5, 12);
  });

  it('has the same kappa in either order, and 1 only for the same levels', () => {
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
