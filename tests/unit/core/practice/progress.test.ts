import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import type { PracticePlan } from '../../../../core/model/practicePlan.ts';
import { afterReview, type CardState, dueCards } from '../../../../core/practice/cardSchedule.ts';
import { aidsAt, nextLevel } from '../../../../core/practice/difficulty.ts';
import { personalBests } from '../../../../core/practice/personalBests.ts';
import { planProgress, planResults } from '../../../../core/practice/planProgress.ts';
import { streakDays } from '../../../../core/practice/streak.ts';

function attempt(change: Partial<PracticeAttempt>): PracticeAttempt {
  return {
    attemptId: 'one',
    exercise: { kind: 'scenario', id: 'charged-twice' },
    startedAt: '2026-11-20T09:00:00.000Z',
    durationSeconds: 60,
    level: 1,
    seed: 1,
    score: 70,
    noScore: null,
    outcome: 'resolved',
    measures: {},
    talkOvers: 0,
    turnedAt: null,
    tryNext: null,
    curve: { stepSeconds: 0.5, effortDb: [], paceRatio: [], heat: [] },
    callId: 'call',
    ...change,
  };
}

describe('the level of difficulty', () => {
  const at = (level: number, ...scores: (number | null)[]) => scores.map((score) => ({ level, score }));

  it('begins at 1', () => {
    expect(nextLevel([])).toBe(1);
  });

  it('rises after two good attempts in a row, up to 5', () => {
    expect(nextLevel(at(1, 85))).toBe(1);
    expect(nextLevel(at(1, 85, 90))).toBe(2);
    expect(nextLevel(at(1, 85, 60, 90))).toBe(1);
    expect(nextLevel([...at(1, 90), ...at(2, 90)])).toBe(2);
    expect(nextLevel(at(5, 100, 100))).toBe(5);
  });

  it('falls after a poor attempt, down to 1, and ignores attempts without a score', () => {
    expect(nextLevel(at(3, 40))).toBe(2);
    expect(nextLevel(at(1, 10))).toBe(1);
    expect(nextLevel(at(2, 90, null, 90))).toBe(3);
  });

  it('removes aids and never adds them', () => {
    const help = [1, 2, 3, 4, 5]
      .map(aidsAt)
      .map(({ cues, floorLight, feedback }) => cues.length + Number(floorLight) + Number(feedback));
    expect(help).toEqual(help.toSorted((a, b) => b - a));
    expect(help.at(-1)).toBe(0);
    expect(() => aidsAt(6)).toThrow(RangeError);
  });
});

describe('the streak', () => {
  it('counts days in a row up to today or yesterday', () => {
    expect(streakDays([], '2026-11-22')).toBe(0);
    expect(streakDays(['2026-11-22', '2026-11-22', '2026-11-21'], '2026-11-22')).toBe(2);
    expect(streakDays(['2026-11-21', '2026-11-20'], '2026-11-22')).toBe(2);
    expect(streakDays(['2026-11-20'], '2026-11-22')).toBe(0);
    expect(streakDays(['2026-03-01', '2026-02-28'], '2026-03-01')).toBe(2);
  });
});

describe('personal bests', () => {
  it('are the highest level of each exercise, then the highest score, then the earliest attempt', () => {
    const list = [
      attempt({ attemptId: 'a', score: 95 }),
      attempt({ attemptId: 'b', level: 2, score: 60 }),
      attempt({ attemptId: 'c', level: 2, score: 60 }),
      attempt({ attemptId: 'd', level: 3, score: null }),
      attempt({ attemptId: 'e', exercise: { kind: 'drill', id: 'soft-band' }, score: 20 }),
    ];
    const bests = [...personalBests(list)].map(([key, { attemptId }]) => [key, attemptId]);
    expect(bests).toEqual([
      ['scenario/charged-twice', 'b'],
      ['drill/soft-band', 'e'],
    ]);
  });
});

describe('learning cards', () => {
  it('are due again after 1, 3, 7, 16 and 35 days while they are known', () => {
    let state: CardState | undefined;
    const days = Array.from({ length: 6 }, () => {
      state = afterReview('card', state, true, '2026-01-01');
      return state.dueOn;
    });
    expect(days).toEqual(['2026-01-02', '2026-01-04', '2026-01-08', '2026-01-17', '2026-02-05', '2026-02-05']);
    expect(afterReview('card', state, false, '2026-01-01').dueOn).toBe('2026-01-02');
  });

  it('are due with the longest overdue first, then a few new ones, and none too early', () => {
    const states = [
      { cardId: 'b', box: 0, dueOn: '2026-01-09' },
      { cardId: 'c', box: 0, dueOn: '2026-01-05' },
      { cardId: 'd', box: 2, dueOn: '2026-01-11' },
    ];
    expect(dueCards(['a', 'b', 'c', 'd', 'e'], states, '2026-01-10', 1)).toEqual(['c', 'b', 'a']);
  });

  it('include a limited number of new ones per day, however many were reviewed', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const first = afterReview('a', undefined, true, '2026-01-10');
    expect(dueCards(ids, [first], '2026-01-10', 2)).toEqual(['b']);
    const second = afterReview('b', undefined, false, '2026-01-10');
    expect(dueCards(ids, [first, second], '2026-01-10', 2)).toEqual([]);
    expect(dueCards(ids, [first, second], '2026-01-11', 2)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are never due later because one was not known', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (answers) => {
        const state = answers.reduce<CardState | undefined>(
          (before, known) => afterReview('x', before, known, '2026-01-01'),
          undefined,
        );
        const known = afterReview('x', state, true, '2026-01-01');
        const unknown = afterReview('x', state, false, '2026-01-01');
        expect(unknown.dueOn <= known.dueOn).toBe(true);
      }),
    );
  });
});

describe('a practice plan', () => {
  const plan: PracticePlan = {
    schema: 'softspoken.practice-plan/1',
    planId: 'plan',
    title: 'First week',
    note: '',
    assignments: [
      { exercise: { kind: 'scenario', id: 'charged-twice' }, minScore: 70, attempts: 2, dueOn: '2026-11-21' },
      { exercise: { kind: 'drill', id: 'soft-band' }, minScore: 50, attempts: 1, dueOn: null },
    ],
  };

  it('counts attempts that reached the score and marks overdue assignments', () => {
    const attempts = [attempt({ score: 70 }), attempt({ score: 69 }), attempt({ score: null })];
    const [scenario, drill] = planProgress(plan, attempts, '2026-11-22');
    expect(scenario).toMatchObject({ reached: 1, isDone: false, isOverdue: true });
    expect(drill).toMatchObject({ reached: 0, isDone: false, isOverdue: false });
    expect(planProgress(plan, [...attempts, attempt({})], '2026-11-22')[0]).toMatchObject({
      isDone: true,
      isOverdue: false,
    });
  });

  it('returns attempts at its exercises and no others', () => {
    const other = attempt({ attemptId: 'two', exercise: { kind: 'scenario', id: 'wrong-refund' } });
    const results = planResults(plan, [attempt({}), other], '2026-11-22T10:00:00.000Z');
    expect(results.attempts.map(({ attemptId, callId }) => [attemptId, callId])).toEqual([['one', null]]);
  });
});
