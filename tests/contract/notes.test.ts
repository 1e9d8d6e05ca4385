import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackCall } from '../../contract/callContract.ts';
import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import { settle } from './fakes/testServices.ts';

let client: AppClient;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ client, close } = await startConnected());
});
afterEach(() => close());

async function liveCall() {
  const source = { kind: 'device' as const, name: 'Headset' };
  return client.live.start({ inputs: [{ role: 'agent', source }], baseline: null });
}

async function finishedCall(): Promise<string> {
  const { sessionId } = await liveCall();
  return (await client.live.stop({ sessionId })).callId;
}

describe('a mark set during a call', () => {
  it('reaches every screen and stays with the call', async () => {
    const { sessionId } = await liveCall();
    const received: unknown[] = [];
    const watching = (async () => {
      for await (const event of await client.live.watch({ sessionId }))
        if (event.type === 'mark') received.push(event.mark);
    })();
    await settle();
    const flag = await client.live.mark({ sessionId, mark: { kind: 'flag' } });
    const stage = await client.live.mark({ sessionId, mark: { kind: 'stage', stage: 'restate' } });
    const { callId } = await client.live.stop({ sessionId });
    await watching;
    expect(received).toEqual([flag, stage]);
    expect((await client.notes.get({ callId, coach: null })).marks).toEqual([flag, stage]);
    expect(unpackCall(await client.calls.get({ callId })).report.marks).toEqual([
      { kind: 'flag', at: flag.at, stage: null, note: '' },
      { kind: 'stage', at: stage.at, stage: 5, note: '' },
    ]);
  });

  it('is sent to a screen that joins late', async () => {
    const { sessionId } = await liveCall();
    const mark = await client.live.mark({ sessionId, mark: { kind: 'warning' } });
    for await (const event of await client.live.watch({ sessionId })) {
      if (event.type !== 'mark') continue;
      expect(event.mark).toEqual(mark);
      break;
    }
  });
});

describe('notes on a call', () => {
  it('are empty at first', async () => {
    const notes = await client.notes.get({ callId: await finishedCall(), coach: null });
    expect(notes).toMatchObject({ marks: [], comments: [], scores: [] });
  });

  it('keep comments in the order of the call until they are removed', async () => {
    const callId = await finishedCall();
    const comment = { author: 'Ada', until: null };
    const late = await client.notes.addComment({ callId, comment: { ...comment, at: 20, text: 'And here' } });
    const early = await client.notes.addComment({
      callId,
      comment: { ...comment, at: 3, until: 5, text: 'Good pause' },
    });
    expect((await client.notes.get({ callId, coach: null })).comments).toEqual([early, late]);
    await client.notes.removeComment({ callId, commentId: early.id });
    expect((await client.notes.get({ callId, coach: null })).comments).toEqual([late]);
  });

  it('lose nothing when many are written at the same time', async () => {
    const callId = await finishedCall();
    const at = Array.from({ length: 20 }, (_, n) => n);
    const comment = { author: 'Ada', until: null, text: 'Here' };
    await Promise.all(at.map((second) => client.notes.addComment({ callId, comment: { ...comment, at: second } })));
    expect((await client.notes.get({ callId, coach: null })).comments.map((each) => each.at)).toEqual(at);
  });

  it('are refused for a call that does not exist', async () => {
    const result = await safe(client.notes.get({ callId: 'none', coach: null }));
    expect(result.error).toMatchObject({ data: { code: 'no-such-call' } });
  });
});

describe('two coaches’ scores', () => {
  const sheet = (coach: string, level: number) => ({ rubricId: 'practices', coach, levels: { softly: level } });

  it('are hidden from each other until both are submitted', async () => {
    const callId = await finishedCall();
    const coachesSeenBy = async (coach: string | null) =>
      (await client.notes.get({ callId, coach })).scores.map((each) => each.coach);
    await client.notes.saveScores({ callId, sheet: sheet('Ada', 4), submit: true });
    await client.notes.saveScores({ callId, sheet: sheet('Ben', 2), submit: false });
    expect(await coachesSeenBy('Ada')).toEqual(['Ada']);
    expect(await coachesSeenBy('Ben')).toEqual(['Ben']);
    await client.notes.saveScores({ callId, sheet: sheet('Ben', 3), submit: true });
    expect(await coachesSeenBy('Ada')).toEqual(['Ada', 'Ben']);
    expect(await coachesSeenBy('Ben')).toEqual(['Ada', 'Ben']);
    expect(await coachesSeenBy(null)).toEqual(['Ada', 'Ben']);
  });

  it('cannot be changed once they are submitted', async () => {
    const callId = await finishedCall();
    await client.notes.saveScores({ callId, sheet: sheet('Ada', 4), submit: true });
    const result = await safe(client.notes.saveScores({ callId, sheet: sheet('Ada', 1), submit: true }));
    expect(result.error).toMatchObject({ data: { code: 'already-submitted' } });
  });
});
