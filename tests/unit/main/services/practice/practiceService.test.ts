import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallMetrics } from '../../../../../core/model/callEvent.ts';
import type { Exercise } from '../../../../../core/model/practiceAttempt.ts';
import type { PracticeEvent } from '../../../../../core/model/practiceEvent.ts';
import type { PracticeService } from '../../../../../main/services/practice/practiceService.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

const samples = join(import.meta.dirname, '../../../../../samples/practice');
const drill: Exercise = { kind: 'drill', id: 'soft-band' };
const scenario: Exercise = { kind: 'scenario', id: 'charged-twice' };

let test: TestServices;
let practice: PracticeService;
beforeEach(async () => {
  test = await startTestServices();
  symlinkSync(samples, join(test.dir, 'samples', 'practice'));
  practice = test.services.practice;
});
afterEach(() => test.close());

function metrics(at: number, speaking: boolean, effortDb = -3): CallMetrics {
  const trainee = { speaking, momentaryLufs: -30, activeLufs: -30, effortDb, articulationRate: 4, pitchSemitones: 0 };
  return {
    type: 'metrics',
    at,
    agent: { ...trainee, trouble: null },
    customer: null,
    floor: null,
    wave: null,
    waveHeight: null,
    talkShare: null,
    baselineRate: 4.2,
    baseline: 'personal',
    notice: null,
  };
}

async function start(exercise: Exercise) {
  const { name } = (await test.devices.list())[0]!;
  const inputs = [{ role: 'agent' as const, source: { kind: 'device' as const, name } }];
  const session = await practice.start({ exercise, inputs, baseline: null, recordAudio: false });
  const events: PracticeEvent[] = [];
  const watched = (async () => {
    for await (const event of practice.watch(session.sessionId)) events.push(event);
  })();
  await settle();
  const live = test.analysis.lives.at(-1)!;
  /** The trainee over a stretch of time, ten readings a second. */
  async function speak(from: number, to: number, speaking = true, effortDb = -3): Promise<void> {
    for (let tick = Math.round(from * 10) + 1; tick <= Math.round(to * 10); tick++) {
      live.say(metrics(tick / 10, speaking, effortDb));
      await settle();
    }
  }
  return { session, events, watched, speak };
}

describe('an attempt at a drill', () => {
  it('ends by itself, is scored and kept', async () => {
    const { session, events, watched, speak } = await start(drill);
    expect(session).toMatchObject({ level: 1, aids: { floorLight: true } });
    await speak(0, 33.2);
    await watched;
    expect(events.at(-2)).toMatchObject({ type: 'over' });
    const kept = events.at(-1)!;
    expect(kept).toMatchObject({ type: 'kept' });
    const [attempt] = practice.attempts(drill);
    expect(attempt).toMatchObject({ score: 100, noScore: null, tryNext: 'keep-practising', seed: null });
    expect(practice.attempt(attempt!.attemptId)).toEqual(attempt);
    await expect(test.services.calls.get(attempt!.callId!)).resolves.toMatchObject({
      title: expect.stringMatching(/^Practice/),
    });
  });

  it('that is stopped is kept without a score', async () => {
    const { session, speak } = await start(drill);
    await speak(0, 8);
    await practice.stop(session.sessionId);
    expect(practice.attempts(drill)[0]).toMatchObject({ score: null, noScore: 'stopped' });
  });

  it('counts for the streak, the level and the personal best', async () => {
    for (const _ of [1, 2]) {
      const { watched, speak } = await start(drill);
      await speak(0, 33.2);
      await watched;
    }
    const { streakDays, exercises } = await practice.progress();
    expect(streakDays).toBe(1);
    expect(exercises).toEqual([{ exercise: drill, attempts: 2, level: 2, best: 100, lastScore: 100 }]);
  });
});

describe('an attempt at a scenario', () => {
  it('has the caller speak, object when talked over, and end the call', async () => {
    const { events, watched, speak, session } = await start(scenario);
    await speak(0, 2, false);
    const first = events.find(({ type }) => type === 'say');
    expect(first).toMatchObject({ clip: expect.stringMatching(/^charged-twice\/opening-angry-/) });
    await speak(2, 100, true, 8);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['gain', 'break-off', 'talked-over', 'over']),
    );
    await watched;
    expect(practice.attempts(scenario)[0]).toMatchObject({ outcome: 'lost', tryNext: 'do-not-interrupt' });
    expect((await practice.stop(session.sessionId)).attemptId).toBe(practice.attempts(scenario)[0]!.attemptId);
  });

  it('is refused where there is none of that name', async () => {
    await expect(start({ kind: 'scenario', id: 'nothing' })).rejects.toMatchObject({ code: 'no-such-exercise' });
  });
});

describe('cards and plans', () => {
  it('shows two new cards a day, and one that was known again tomorrow', async () => {
    const { dueCards } = await practice.progress();
    expect(dueCards).toHaveLength(2);
    practice.reviewCard(dueCards[0]!, true);
    expect((await practice.progress()).dueCards).not.toContain(dueCards[0]);
    test.clock.advance(24 * 3600);
    expect((await practice.progress()).dueCards[0]).toBe(dueCards[0]);
  });

  it('takes a plan in, follows it, gives results back, and refuses what is none', async () => {
    const plan = {
      schema: 'softspoken.practice-plan/1',
      planId: 'week-1',
      title: 'First week',
      note: 'Softly.',
      assignments: [{ exercise: drill, minScore: 80, attempts: 1, dueOn: '2025-01-20' }],
    };
    expect(practice.importPlan(JSON.stringify(plan))).toEqual(plan);
    const { watched, speak } = await start(drill);
    await speak(0, 33.2);
    await watched;
    const { plans } = await practice.progress();
    expect(plans[0]!.assignments[0]).toMatchObject({ reached: 1, isDone: true, isOverdue: false });
    expect(practice.results('week-1')).toMatchObject({
      planTitle: 'First week',
      attempts: [{ score: 100, callId: null }],
    });
    practice.removePlan('week-1');
    expect(() => practice.results('week-1')).toThrow(expect.objectContaining({ code: 'no-such-plan' }));
    expect(() => practice.importPlan('{}')).toThrow(expect.objectContaining({ code: 'bad-plan' }));
  });
});
