import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultRubric } from '../../core/review/defaultRubric.ts';
import { saveLibraryCall } from '../support/libraryCall.ts';
import { syntheticReport } from '../support/syntheticReport.ts';
import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import type { TestServices } from './fakes/testServices.ts';

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
});
afterEach(() => close());

/** Saves a call of an agent's week with this share of soft speech. */
async function call(callId: string, softShare: number, startedAt: string, agent?: string): Promise<void> {
  const { summary } = syntheticReport();
  const report = syntheticReport({ summary: { ...summary, softShare } });
  await saveLibraryCall(test.services, callId, { dir: test.dir, report, startedAt, ...(agent && { agent }) });
}

async function tagAsPolicy(callId: string): Promise<void> {
  await client.notes.changeReflection({ callId, change: { isPolicyNotVoice: true } });
}

const monday = '2026-05-04T10:00:00.000Z';
const nextMonday = '2026-05-11T10:00:00.000Z';

describe('scores', () => {
  const levels = (level: number) => Object.fromEntries(defaultRubric.criteria.map(({ id }) => [id, level]));
  const sheet = (coach: string, level: number) => ({ rubricId: defaultRubric.id, coach, levels: levels(level) });

  it('have a weighted share, and an agreement once both coaches have submitted', async () => {
    await call('one', 0.5, monday);
    await client.notes.saveScores({ callId: 'one', sheet: sheet('Kim', 3), submit: true });
    await client.notes.saveScores({ callId: 'one', sheet: sheet('Lee', 4), submit: false });
    const blind = await client.review.scoring({ callId: 'one', coach: 'Lee' });
    expect(blind.sheets.map((each) => [each.sheet.coach, each.share])).toEqual([['Lee', 0.75]]);
    expect(blind.agreement).toBeNull();

    await client.notes.saveScores({ callId: 'one', sheet: sheet('Lee', 4), submit: true });
    const both = await client.review.scoring({ callId: 'one', coach: 'Lee' });
    expect(both.sheets).toHaveLength(2);
    expect(both.agreement).toEqual({ other: 'Kim', n: defaultRubric.criteria.length, sameShare: 0, meanDistance: 1 });
  });
});

describe('the rubric', () => {
  const criterion = { id: 'soft', name: 'Soft', question: 'Is it soft?', weight: 1, anchors: [] };

  it('has versions, and a call keeps the one it was scored by', async () => {
    await call('old', 0.5, monday);
    await call('new', 0.5, monday);
    const before = await client.review.rubric();
    expect(before).toEqual({ rubric: defaultRubric, isDefault: true });
    const sheet = { rubricId: defaultRubric.id, coach: 'Kim', levels: { soft: 5 } };
    await client.notes.saveScores({ callId: 'old', sheet, submit: true });

    const { rubric, isDefault } = await client.review.saveRubric({ name: 'Ours', criteria: [criterion] });
    expect([rubric.name, isDefault]).toEqual(['Ours', false]);
    expect((await client.review.saveRubric({ name: 'Ours', criteria: [criterion] })).rubric.id).toBe(rubric.id);
    expect((await client.review.scoring({ callId: 'new', coach: 'Kim' })).rubric).toEqual(rubric);
    for (const coach of ['Kim', 'Lee', null]) {
      expect((await client.review.scoring({ callId: 'old', coach })).rubric.id).toBe(defaultRubric.id);
    }
    expect(await client.review.resetRubric()).toEqual(before);
    expect((await client.review.scoring({ callId: 'new', coach: 'Kim' })).rubric.id).toBe(defaultRubric.id);
  });
});

describe('comparing', () => {
  it('compares a call with another one', async () => {
    await call('one', 0.5, monday);
    await call('two', 0.8, nextMonday);
    const compared = await client.review.compare({ callId: 'one', otherId: 'two' });
    const soft = compared.find(({ measure }) => measure === 'softShare');
    expect(soft).toMatchObject({ measure: 'softShare', value: 0.5, other: 0.8 });
    expect(soft?.difference).toBeCloseTo(0.3);
  });

  it('compares a call only with earlier ones of the same agent, and gives no result for too few', async () => {
    for (let day = 1; day <= 5; day += 1) await call(`kim-${day}`, 0.5, `2026-05-0${day}T10:00:00.000Z`, 'Kim');
    await call('lee', 0.1, '2026-05-02T12:00:00.000Z', 'Lee');
    await call('new', 0.9, '2026-05-06T10:00:00.000Z', 'Kim');
    await tagAsPolicy('kim-5');
    const { calls, measures } = await client.review.compareWithPast({ callId: 'new' });
    expect(calls).toBe(4);
    expect(measures.find(({ measure }) => measure === 'softShare')).toMatchObject({
      value: 0.9,
      place: 'above',
      past: { median: 0.5, n: 4 },
    });
    const early = await client.review.compareWithPast({ callId: 'kim-2' });
    expect(early.measures[0]).toMatchObject({ past: null, place: null });
  });
});

describe('trends', () => {
  it('go week by week without policy calls, and name the best call', async () => {
    await call('one', 0.4, monday);
    await call('two', 0.6, monday);
    await call('three', 0.9, nextMonday);
    await call('policy', 0.1, nextMonday);
    await call('lee', 0.1, nextMonday, 'Lee');
    await tagAsPolicy('policy');
    const { calls, leftOut, trends, reactivity } = await client.review.trends({ agent: null });
    expect([calls, leftOut]).toEqual([3, 1]);
    const soft = trends.find(({ measure }) => measure === 'softShare');
    expect(soft?.weeks.map(({ week, median }) => [week, median])).toEqual([
      ['2026-W19', 0.5],
      ['2026-W20', 0.9],
    ]);
    expect(soft?.best).toEqual({ callId: 'three', value: 0.9 });
    expect(reactivity).toMatchObject({ n: 3, direction: 'louder' });
  });

  it('ignore practice', async () => {
    await call('one', 0.4, monday);
    await saveLibraryCall(test.services, 'attempt', { dir: test.dir, kind: 'practice', startedAt: monday });
    const { calls, leftOut, trends } = await client.review.trends({ agent: null });
    expect([calls, leftOut]).toEqual([1, 0]);
    expect(trends.every(({ n }) => n <= 1)).toBe(true);
    const { calls: listed } = await client.calls.list({ descending: false });
    expect(listed.map(({ callId, kind }) => [callId, kind]).toSorted()).toEqual([
      ['attempt', 'practice'],
      ['one', 'file'],
    ]);
  });

  it('explain in a sentence that there are too few calls', async () => {
    const { trends, coRegulation } = await client.review.trends({ agent: 'Nobody' });
    expect(coRegulation).toMatchObject({ direction: 'too-few', change: null });
    expect(trends.every(({ own }) => own === null)).toBe(true);
  });
});
