import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rubricSchema, type ScoreSheet } from '../../../../core/model/rubric.ts';
import { agreement } from '../../../../core/review/agreement.ts';
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
    const found = agreement(rubric, sheet({ soft: 2, pause: 3, noted: 4 }), sheet({ soft: 4, pause: null, noted: 4 }));
    expect(found).toEqual({ n: 2, sameShare: 0.5, meanDistance: 1 });
  });

  it('is missing if no criterion was scored by both', () => {
    const found = agreement(rubric, sheet({ soft: 2 }), sheet({ pause: 3 }));
    expect(found).toEqual({ n: 0, sameShare: undefined, meanDistance: undefined });
  });

  it('is the same in either order, and complete only for the same levels', () => {
    const levels = fc.record({ soft: fc.integer({ min: 1, max: 5 }), pause: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(levels, levels, (one, other) => {
        const found = agreement(rubric, sheet(one), sheet(other));
        expect(agreement(rubric, sheet(other), sheet(one))).toEqual(found);
        expect(found.sameShare === 1).toBe(one.soft === other.soft && one.pause === other.pause);
      }),
    );
  });
});
