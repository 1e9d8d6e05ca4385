import { readFile } from 'node:fs/promises';
import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackCall } from '../../contract/callContract.ts';
import type { ExportRequest } from '../../contract/exportContract.ts';
import { callReportSchema } from '../../core/model/callReport.ts';
import { SHARED_CHANNEL } from '../../core/model/sharedChannel.ts';
import { encodeCall } from '../../main/storage/calls/callCodec.ts';
import { saveLibraryCall } from '../support/libraryCall.ts';
import { readCsv } from '../support/readCsv.ts';
import { syntheticReportOfOneChannel } from '../support/syntheticReport.ts';
import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import type { TestServices } from './fakes/testServices.ts';

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;
const report = syntheticReportOfOneChannel();

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
  await saveLibraryCall(test.services, 'mono', { dir: test.dir, report });
});
afterEach(() => close());

const say = (isShared: boolean, callId = 'mono') => client.notes.setChannelShared({ callId, isShared });
const opened = async (callId = 'mono') => unpackCall(await client.calls.get({ callId }));
const listed = async (callId = 'mono') =>
  (await client.calls.list({})).calls.find((call) => call.callId === callId)!.measures;

async function made(request: ExportRequest): Promise<Buffer> {
  const { url } = await client.exports.make(request);
  return readFile(test.services.exports.file(url.replace('/export/', ''))!.path);
}

describe('a call marked as having two people on its channel', () => {
  it('is shown without what describes one person, and whole again once the mark is removed', async () => {
    const before = await opened();
    expect(before.report.summary.softShare).toBe(0.71);
    await say(true);
    const shared = await opened();
    expect(shared.report.summary.softShare).toBeNull();
    expect(shared.report.unavailable).toContainEqual({ field: 'summary.softShare', reason: SHARED_CHANNEL });
    expect(shared.peaks).toEqual(before.peaks);
    await say(false);
    expect(await opened()).toEqual(before);
  });

  it('has no measure of one person in the library, nor in any filter', async () => {
    const before = await listed();
    expect(before).toMatchObject({ softShare: 0.71, agentEffortDb: -1.2, rushedSeconds: 13.5, cuesShown: 2 });
    await say(true);
    const { deadAirSeconds, captureGapSeconds, ...others } = await listed();
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
    expect(deadAirSeconds).toBeGreaterThan(4);
    expect(captureGapSeconds).toBe(0);
    const soft = { ranges: { softShare: { min: 0, max: 1 } } };
    expect((await client.calls.list(soft)).total).toBe(0);
    await say(false);
    expect(await listed()).toEqual(before);
    expect((await client.calls.list(soft)).total).toBe(1);
  });

  it('stays marked when it is remeasured', async () => {
    await say(true);
    const shared = await listed();
    await test.services.library.writer.save('mono', 'complete', new Date(), await encodeCall({ report, peaks: [] }));
    expect(await listed()).toEqual(shared);
    expect((await opened()).report.summary.softShare).toBeNull();
  });

  it('counts in no trend, no personal best and no past, until the mark is removed', async () => {
    const days = ['2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08'];
    for (const day of days) {
      const summary = { ...report.summary, softShare: 0.5 };
      const startedAt = `${day}T10:00:00.000Z`;
      await saveLibraryCall(test.services, day, { dir: test.dir, report: { ...report, summary }, startedAt });
    }
    const soft = async () => {
      const { calls, leftOut, trends } = await client.review.trends({ agent: null });
      const { n, best } = trends.find(({ measure }) => measure === 'softShare')!;
      return { calls, leftOut, n, best: best?.callId };
    };
    const past = async () => (await client.review.compareWithPast({ callId: '2026-05-08' })).calls;
    expect(await soft()).toEqual({ calls: 5, leftOut: 0, n: 5, best: 'mono' });
    expect(await past()).toBe(4);
    await say(true);
    expect(await soft()).toEqual({ calls: 4, leftOut: 1, n: 4, best: '2026-05-05' });
    expect(await past()).toBe(3);
    const compared = await client.review.compare({ callId: 'mono', otherId: '2026-05-05' });
    expect(compared).toContainEqual({ measure: 'softShare', value: null, other: 0.5, difference: null });
    await say(false);
    expect(await soft()).toEqual({ calls: 5, leftOut: 0, n: 5, best: 'mono' });
  });

  it('is exported with the mark in every format', async () => {
    await say(true);
    const one = { callId: 'mono', coach: null };
    const all = { callIds: ['mono'], coach: null };
    const [header, row] = readCsv((await made({ format: 'csv', ...all })).toString());
    const cells = Object.fromEntries(header!.map((name, column) => [name, row![column]]));
    const agents = Object.entries(cells).filter(([name]) => /^agent_|share$|^cues|^waves/.test(name));
    expect(agents.length).toBeGreaterThan(14);
    expect(new Set(agents.map(([, cell]) => cell))).toEqual(new Set(['']));
    expect(cells).toMatchObject({ shared_channel: 'true', baseline: 'none' });
    expect(Number(cells['dead_air_s'])).toBeGreaterThan(4);

    const alone = callReportSchema.parse(JSON.parse((await made({ format: 'report', ...one })).toString()));
    const [inAll] = JSON.parse((await made({ format: 'json', ...all })).toString());
    expect([alone, inAll]).toEqual([(await opened()).report, (await opened()).report]);

    const page = (await made({ format: 'html', ...one })).toString();
    expect(page).toContain(`<dd class="value">–</dd><dd>${SHARED_CHANNEL}</dd>`);
    expect(page).not.toContain('71%');
    const grid = (await made({ format: 'textgrid', ...one })).toString();
    expect([...grid.matchAll(/name = "(.*)"/g)].map(([, name]) => name).slice(0, 2)).toEqual([
      'speech of both',
      'overlaps',
    ]);
    expect((await made({ format: 'moments', ...all })).toString()).not.toContain('Rushed');

    await say(false);
    expect((await made({ format: 'html', ...one })).toString()).toContain('71%');
    expect((await made({ format: 'moments', ...all })).toString()).toContain('Rushed');
  });

  it('opens with the mark from a coach pack, where the mark can be removed', async () => {
    await say(true);
    const parts = { comments: true, scores: true, reflection: true, audio: false };
    const passphrase = 'a quiet passphrase';
    const bytes = await made({ format: 'coach-pack', callIds: ['mono'], coach: null, parts, note: '', passphrase });
    const other = await startConnected();
    try {
      const { streamId } = await other.client.streams.open({
        kind: 'upload',
        name: 'calls.coachpack',
        sizeBytes: bytes.length,
      });
      const receiver = other.test.services.streams.connect(streamId);
      await receiver.receive(bytes);
      await receiver.end();
      const { calls } = await other.client.exports.openPack({ streamId, passphrase });
      const { callId } = calls[0]!;
      const packed = unpackCall(await other.client.calls.get({ callId }));
      expect(packed.report).toEqual((await opened()).report);
      expect(packed.measures.softShare).toBeNull();
      await other.client.notes.setChannelShared({ callId, isShared: false });
      const whole = unpackCall(await other.client.calls.get({ callId }));
      expect([whole.report.summary.softShare, whole.measures.softShare]).toEqual([0.71, 0.71]);
    } finally {
      await other.close();
    }
  });

  it('must be an existing recording with one channel', async () => {
    await saveLibraryCall(test.services, 'stereo', { dir: test.dir });
    await saveLibraryCall(test.services, 'live', { dir: test.dir, report, kind: 'live' });
    for (const callId of ['stereo', 'live']) {
      expect((await safe(say(true, callId))).error).toMatchObject({ data: { code: 'roles-mismatch' } });
      expect((await opened(callId)).report.summary.softShare).toBe(0.71);
    }
    expect((await safe(say(true, 'none'))).error).toMatchObject({ data: { code: 'no-such-call' } });
  });
});
