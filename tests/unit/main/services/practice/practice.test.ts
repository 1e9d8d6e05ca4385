import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallMetrics } from '../../../../../core/model/callEvent.ts';
import type { Exercise } from '../../../../../core/model/practiceAttempt.ts';
import type { PracticeEvent } from '../../../../../core/model/practiceEvent.ts';
import { allLines } from '../../../../../core/model/scenarioLines.ts';
import { checkScenario } from '../../../../../core/practice/scenarioCheck.ts';
import type { Practice } from '../../../../../main/services/practice/practice.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

const samples = join(import.meta.dirname, '../../../../../samples/practice');
const drill: Exercise = { kind: 'drill', id: 'soft-band' };
const scenario: Exercise = { kind: 'scenario', id: 'charged-twice' };

let test: TestServices;
let practice: Practice;
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

async function start(exercise: Exercise, voice: 'clips' | 'system' = 'clips', recordAudio = false) {
  const { name } = (await test.devices.list())[0]!;
  const inputs = [{ role: 'agent' as const, source: { kind: 'device' as const, name } }];
  const session = await practice.runs.start({ exercise, inputs, baseline: null, recordAudio, voice });
  const events: PracticeEvent[] = [];
  const watched = (async () => {
    for await (const event of practice.runs.session(session.sessionId).watch()) events.push(event);
  })();
  await settle();
  const live = test.analysis.lives.at(-1)!;
  /** Lets the trainee speak or pause for a stretch of time, ten readings per second. */
  async function speak(from: number, to: number, speaking = true, effortDb = -3): Promise<void> {
    for (let tick = Math.round(from * 10) + 1; tick <= Math.round(to * 10); tick++) {
      live.say(metrics(tick / 10, speaking, effortDb));
      await settle();
    }
  }
  return { session, events, watched, speak };
}

async function uploaded(bytes: Buffer): Promise<string> {
  const { streams } = test.services;
  const { streamId } = await streams.open({ kind: 'upload', name: 'file', sizeBytes: bytes.length });
  const receiver = streams.connect(streamId);
  await receiver.receive(bytes);
  await receiver.end();
  return streamId;
}

describe('an attempt at a drill', () => {
  it('ends by itself, and is scored and saved', async () => {
    const { session, events, watched, speak } = await start(drill);
    expect(session).toMatchObject({ level: 1, aids: { floorLight: true } });
    await speak(0, 33.2);
    await watched;
    expect(events.at(-2)).toMatchObject({ type: 'over' });
    const saved = events.at(-1)!;
    expect(saved).toMatchObject({ type: 'saved' });
    const [attempt] = practice.attempts.list(drill);
    expect(attempt).toMatchObject({ score: 100, noScore: null, tryNext: 'keep-practising', seed: null });
    expect(await practice.attempts.get(attempt!.attemptId)).toEqual({ ...attempt, reference: null });
    await expect(test.services.library.reader.get(attempt!.callId!)).resolves.toMatchObject({
      title: expect.stringMatching(/^Practice/),
    });
  });

  it('is saved with its sound if requested, and learns when its call is erased', async () => {
    const { session, speak } = await start(drill, 'clips', true);
    await speak(0, 2);
    const { attemptId } = await practice.runs.session(session.sessionId).stop();
    const { callId, audioUrl } = await practice.attempts.get(attemptId);
    expect(audioUrl).toBe(`/audio/${callId}`);
    test.services.library.eraser.erase([callId!]);
    expect(await practice.attempts.get(attemptId)).toMatchObject({ callId: null, audioUrl: null });
  });

  it('that is stopped is saved without a score', async () => {
    const { session, speak } = await start(drill);
    await speak(0, 8);
    await practice.runs.session(session.sessionId).stop();
    expect(practice.attempts.list(drill)[0]).toMatchObject({ score: null, noScore: 'stopped' });
  });

  it('counts for the streak, the level and the personal best', async () => {
    for (const _ of [1, 2]) {
      const { watched, speak } = await start(drill);
      await speak(0, 33.2);
      await watched;
    }
    const { streakDays, exercises } = await practice.progress.current();
    expect(streakDays).toBe(1);
    expect(exercises).toEqual([{ exercise: drill, attempts: 2, level: 2, best: 100, lastScore: 100 }]);
  });
});

describe('an attempt at a scenario', () => {
  it('lets the caller speak, object when talked over, and end the call', async () => {
    const { events, watched, speak, session } = await start(scenario);
    await speak(0, 2, false);
    const first = events.find(({ type }) => type === 'say');
    expect(first).toMatchObject({ clip: expect.stringMatching(/^charged-twice\/opening-angry-/) });
    await speak(2, 100, true, 8);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['gain', 'break-off', 'talked-over', 'over']),
    );
    await watched;
    const [attempt] = practice.attempts.list(scenario);
    expect(attempt).toMatchObject({ outcome: 'lost', tryNext: 'do-not-interrupt' });
    // The same caller calms down for somebody else.
    const { reference } = await practice.attempts.get(attempt!.attemptId);
    expect(reference!.heat[0]).toBe(attempt!.curve.heat[0]);
    expect(reference!.heat.at(-1)).toBeLessThan(0.25);
    expect((await practice.runs.session(session.sessionId).stop()).attemptId).toBe(
      practice.attempts.list(scenario)[0]!.attemptId,
    );
  });

  it('is refused if there is none of that name', async () => {
    await expect(start({ kind: 'scenario', id: 'nothing' })).rejects.toMatchObject({ code: 'no-such-exercise' });
  });
});

describe('a scenario of the team', () => {
  const text = (change: object = {}) => {
    const json: object = JSON.parse(readFileSync(join(samples, 'scenarios', 'charged-twice.json'), 'utf8'));
    return JSON.stringify({ ...json, id: 'our-own', title: 'Our own', ...change });
  };
  const own: Exercise = { kind: 'scenario', id: 'our-own' };
  const listed = async () => (await practice.exercises.catalogue()).scenarios.find(({ id }) => id === own.id);

  it('is spoken by a voice of the system, which reports when it has finished', async () => {
    const { customScenarios } = test.services.practice;
    expect(await customScenarios.import(text(), [])).toEqual({ ok: true, scenarioId: 'our-own' });
    expect(await listed()).toMatchObject({ title: 'Our own', isCustom: true, hasClips: false });
    await expect(start(own)).rejects.toMatchObject({ code: 'file-not-found' });

    const { events, speak, session } = await start(own, 'system');
    await speak(0, 12, false);
    const said = events.filter((event) => event.type === 'say');
    expect(said).toMatchObject([{ intensity: 'angry', text: expect.stringMatching(/\w/) }]);
    // It is still speaking, so nobody is asked whether they are there until six seconds after its end.
    practice.runs.session(session.sessionId).lineFinished(said[0]!.clip);
    await speak(12, 18.3, false);
    expect(events.filter(({ type }) => type === 'say').at(-1)).toMatchObject({ clip: 'our-own/silence-1' });
    await practice.runs.session(session.sessionId).stop();

    customScenarios.remove('our-own');
    expect(await listed()).toBeUndefined();
  });

  it('is spoken by clips if each of its lines has one', async () => {
    const { customScenarios } = test.services.practice;
    const check = checkScenario(JSON.parse(text()));
    const lines = check.ok ? allLines(check.scenario).map(({ id }) => id) : [];
    await customScenarios.import(text(), lines);
    for (const line of lines) {
      await customScenarios.addClip({
        scenarioId: 'our-own',
        line,
        seconds: 2,
        streamId: await uploaded(Buffer.from(line)),
      });
    }
    expect(await listed()).toMatchObject({ hasClips: true });
    expect(Buffer.from(customScenarios.clip(`our-own/${lines[3]}`)).toString()).toBe(lines[3]);
    expect((await start(own)).session.clips).toContain(`our-own/${lines[3]}`);
    await customScenarios.import(text(), []);
    expect(await listed()).toMatchObject({ hasClips: false });
  });

  it('is refused with its problems, one per line, and nothing is saved', async () => {
    const problems = async (json: string, clips: string[] = []) => {
      const answer = await test.services.practice.customScenarios.import(json, clips);
      return answer.ok ? [] : answer.problems.map(({ path }) => path);
    };
    expect(await problems('{ "id": ')).toEqual(['(the file)']);
    expect(await problems(text({ title: '', silence: 'Hello?' }))).toEqual(['title', 'silence']);
    expect(await problems(text({ id: 'wrong-refund' }))).toEqual(['id']);
    expect(await problems(text(), ['nobody-says-this'])).toContain('nobody-says-this');
    expect(await problems(text(), ['nobody-says-this'])).toContain('silence-1');
    expect(await listed()).toBeUndefined();
  });
});

describe('cards and plans', () => {
  it('shows two new cards per day, and a known one again the next day', async () => {
    const { dueCards } = await practice.progress.current();
    expect(dueCards).toHaveLength(2);
    practice.progress.reviewCard(dueCards[0]!, true);
    expect((await practice.progress.current()).dueCards).toEqual(dueCards.slice(1));
    test.clock.advance(24 * 3600);
    expect((await practice.progress.current()).dueCards[0]).toBe(dueCards[0]);
  });

  it('imports a plan, follows it, returns results, and rejects an invalid one', async () => {
    const plan = {
      schema: 'softspoken.practice-plan/1',
      planId: 'week-1',
      title: 'First week',
      note: 'Softly.',
      assignments: [{ exercise: drill, minScore: 80, attempts: 1, dueOn: '2025-01-20' }],
    };
    expect(practice.plans.import(JSON.stringify(plan))).toEqual(plan);
    const { watched, speak } = await start(drill);
    await speak(0, 33.2);
    await watched;
    const { plans } = await practice.progress.current();
    expect(plans[0]!.assignments[0]).toMatchObject({ reached: 1, isDone: true, isOverdue: false });
    expect(practice.plans.results('week-1')).toMatchObject({
      planTitle: 'First week',
      attempts: [{ score: 100, callId: null }],
    });
    const pack = { format: 'practice-results', planId: 'week-1', note: 'From Ada', passphrase: 'four words' } as const;
    const { url, fileName } = await test.services.exports.make(pack);
    expect(fileName).toBe('First week.coachpack');
    const sealed = readFileSync(test.services.exports.file(url.replace('/export/', ''))!.path);
    expect(sealed.includes('Ada')).toBe(false);
    for (const _ of ['now', 'and again']) {
      const opened = await test.services.packs.open(await uploaded(sealed), 'four words');
      expect(opened).toMatchObject({ note: 'From Ada', calls: [], practice: practice.plans.results('week-1') });
    }
    const { returned } = await practice.progress.current();
    const exercises = [{ exercise: drill, attempts: 1, best: 100, last: 100 }];
    expect(returned).toMatchObject([{ planTitle: 'First week', note: 'From Ada', exercises }]);
    practice.plans.removeResults(returned[0]!.resultsId);
    expect((await practice.progress.current()).returned).toEqual([]);
    practice.plans.remove('week-1');
    expect(() => practice.plans.results('week-1')).toThrow(expect.objectContaining({ code: 'no-such-plan' }));
    expect(() => practice.plans.import('{}')).toThrow(expect.objectContaining({ code: 'bad-plan' }));
  });
});
