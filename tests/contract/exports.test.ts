import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackCall } from '../../contract/callContract.ts';
import type { ExportRequest } from '../../contract/exportContract.ts';
import { callReportSchema } from '../../core/model/callReport.ts';
import { openFileSource } from '../../main/capture/file/fileSource.ts';
import { drain } from '../support/decodedAudio.ts';
import { saveLibraryCall } from '../support/libraryCall.ts';
import { readCsv } from '../support/readCsv.ts';
import type { AppClient } from './fakes/connections.ts';
import { startConnected } from './fakes/startConnected.ts';
import type { TestServices } from './fakes/testServices.ts';
import { uploadPack } from './fakes/uploadPack.ts';

let test: TestServices;
let client: AppClient;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ test, client, close } = await startConnected());
  await saveLibraryCall(test.services, 'one', { dir: test.dir, audioSeconds: 4 });
  const comment = { author: 'Kim', at: 51.4, until: null, text: 'You came in here.' };
  await client.notes.addComment({ callId: 'one', comment });
});
afterEach(() => close());

async function made(request: ExportRequest) {
  const { url, fileName, sizeBytes } = await client.exports.make(request);
  const path = test.services.exports.file(url.replace('/export/', ''))!.path;
  const bytes = await readFile(path);
  expect(bytes.length).toBe(sizeBytes);
  return { fileName, path, bytes, text: bytes.toString('utf8') };
}

const one = { callId: 'one', coach: null };
const parts = { comments: true, scores: true, reflection: true, audio: true };
const passphrase = 'a quiet passphrase';
const ourCriteria = [{ id: 'soft', name: 'Soft', question: 'Is it soft?', weight: 2, anchors: [] }];

const uploaded = (bytes: Buffer) => uploadPack(client, test.services, bytes);

describe('exporting a call', () => {
  it('includes the coaches’ comments, in every format', async () => {
    for (const format of ['html', 'textgrid', 'audacity'] as const) {
      const { text } = await made({ format, ...one });
      expect(text).toContain('You came in here.');
    }
    const pdf = await made({ format: 'pdf', ...one });
    expect([pdf.fileName, pdf.text.slice(0, 5)]).toEqual(['Call one.pdf', '%PDF-']);
    const { text } = await made({ format: 'report', ...one });
    expect(callReportSchema.parse(JSON.parse(text)).source.durationSeconds).toBe(184.5);
  });

  it('makes one table for any selection', async () => {
    await saveLibraryCall(test.services, 'two', { dir: test.dir });
    const { text, fileName } = await made({ format: 'csv', callIds: ['one', 'two'], coach: null });
    expect(fileName).toBe('calls.csv');
    expect(readCsv(text).map(([title]) => title)).toEqual(['title', 'Call one', 'Call two']);
  });

  it('makes a clip of just the span', async () => {
    const { path, fileName } = await made({ format: 'clip', callId: 'one', start: 1.25, end: 2.5 });
    expect(fileName).toBe('Call one.1 s.wav');
    const source = await openFileSource(path);
    const { channels } = await drain(source);
    await source.close();
    expect(channels.map(({ length }) => length)).toEqual([10_000, 10_000]);
    expect(Math.max(...channels[0]!)).toBeCloseTo(0.2, 2);
    expect(Math.max(...channels[1]!)).toBe(0);
  });

  it('is refused with advice if there is no such sound', async () => {
    const { error } = await safe(client.exports.make({ format: 'clip', callId: 'one', start: 60, end: 61 }));
    expect(error).toMatchObject({ data: { code: 'empty-audio', message: expect.stringContaining('4.0 s') } });
  });

  it('expires when newer files have been made', async () => {
    const [first] = [await client.exports.make({ format: 'html', ...one })];
    for (let i = 0; i < 8; i += 1) await client.exports.make({ format: 'audacity', ...one });
    expect(test.services.exports.file(first!.url.replace('/export/', ''))).toBeUndefined();
    const [run] = await readdir(join(test.dir, 'temp'));
    const left = (await readdir(join(test.dir, 'temp', run!))).filter((name) => name.startsWith('export-'));
    expect(left).toHaveLength(8);
  });
});

describe('a coach pack', () => {
  it('reports its contents in advance', async () => {
    expect(await client.exports.contents({ callIds: ['one'], coach: null })).toEqual([
      {
        callId: 'one',
        title: 'Call one',
        durationSeconds: 184.5,
        comments: 1,
        scoreSheets: 0,
        hasReflection: false,
        audioBytes: 44 + 4 * 8_000 * 4,
      },
    ]);
  });

  it('opens in another installation with report, comments and audio, and only once', async () => {
    const request = {
      format: 'coach-pack',
      callIds: ['one'],
      coach: null,
      parts,
      note: 'Listen to 0:51',
      passphrase,
    } satisfies ExportRequest;
    const { bytes } = await made(request);
    await client.calls.erase({ callIds: ['one'] });
    const opened = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    expect(opened).toMatchObject({ note: 'Listen to 0:51', calls: [{ title: 'Call one', isInLibrary: false }] });
    const { callId } = opened.calls[0]!;
    const { comments } = await client.notes.get({ callId, coach: null });
    expect(comments.map(({ text }) => text)).toEqual(['You came in here.']);
    const { title, peaks, audioUrl, roles } = await client.calls.get({ callId });
    expect([title, roles, audioUrl === null]).toEqual(['Call one', ['agent', 'customer'], false]);
    expect(peaks.map(({ bins }) => Math.max(...Buffer.from(bins, 'base64')))).toEqual([25, 0]);
    expect((await client.calls.list()).total).toBe(0);
    await client.exports.importPack({ callIds: [callId] });
    expect((await client.calls.list()).total).toBe(1);
    const again = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    expect(again.calls).toEqual([{ callId, title: 'Call one', isInLibrary: true }]);
    await client.exports.discardPack({ callIds: [callId] });
    expect((await client.calls.list()).total).toBe(1);
  });

  it('holds several calls, each with its own parts, and opens even if one of them is already known', async () => {
    await saveLibraryCall(test.services, 'two', { dir: test.dir });
    await client.notes.addComment({
      callId: 'two',
      comment: { author: 'Lee', at: 3, until: null, text: 'A good start.' },
    });
    const callIds = ['two', 'one'];
    const contents = await client.exports.contents({ callIds, coach: null });
    expect(contents.map(({ title, audioBytes }) => [title, audioBytes === null])).toEqual([
      ['Call two', true],
      ['Call one', false],
    ]);
    const { bytes } = await made({ format: 'coach-pack', callIds, coach: null, parts, note: '', passphrase });
    await client.calls.erase({ callIds });

    const { calls } = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    expect(calls.map(({ title, isInLibrary }) => [title, isInLibrary])).toEqual([
      ['Call two', false],
      ['Call one', false],
    ]);
    const said = calls.map(async ({ callId }) => ({
      texts: (await client.notes.get({ callId, coach: null })).comments.map(({ text }) => text),
      hasAudio: (await client.calls.get({ callId })).audioUrl !== null,
    }));
    expect(await Promise.all(said)).toEqual([
      { texts: ['A good start.'], hasAudio: false },
      { texts: ['You came in here.'], hasAudio: true },
    ]);

    await client.exports.importPack({ callIds: [calls[0]!.callId] });
    const again = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    expect(again.calls.map(({ isInLibrary }) => isInLibrary)).toEqual([true, false]);
    await client.exports.discardPack({ callIds: again.calls.map(({ callId }) => callId) });
    expect((await client.calls.list()).calls.map(({ title }) => title)).toEqual(['Call two']);
  });

  it('is refused with advice if its calls were scored by different rubrics, but can be made without the scores', async () => {
    await saveLibraryCall(test.services, 'two', { dir: test.dir });
    for (const callId of ['one', 'two']) {
      const { rubric } = await client.review.saveRubric({ name: `For ${callId}`, criteria: ourCriteria });
      const sheet = { rubricId: rubric.id, coach: 'Kim', levels: { soft: 4 } };
      await client.notes.saveScores({ callId, sheet, submit: true });
    }
    const pack = { format: 'coach-pack' as const, callIds: ['one', 'two'], coach: null, note: '', passphrase };
    const { error } = await safe(client.exports.make({ ...pack, parts }));
    expect(error).toMatchObject({
      data: { code: 'mixed-rubrics', message: expect.stringContaining('leave the scores out') },
    });
    expect((await client.exports.make({ ...pack, parts: { ...parts, scores: false } })).sizeBytes).toBeGreaterThan(0);
  });

  it('includes the rubric of its scores, and leaves nothing behind when it is discarded', async () => {
    const { rubric } = await client.review.saveRubric({ name: 'Ours', criteria: ourCriteria });
    const sheet = { rubricId: rubric.id, coach: 'Kim', levels: { soft: 4 } };
    await client.notes.saveScores({ callId: 'one', sheet, submit: true });
    await client.notes.saveScores({ callId: 'one', sheet: { ...sheet, coach: 'Lee' }, submit: false });
    const { bytes } = await made({
      format: 'coach-pack',
      callIds: ['one'],
      coach: null,
      parts: { ...parts, audio: false },
      note: '',
      passphrase,
    });
    await client.calls.erase({ callIds: ['one'] });
    await client.review.resetRubric();

    const { calls } = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    const { callId } = calls[0]!;
    const scoring = await client.review.scoring({ callId, coach: null });
    expect(scoring.rubric).toEqual(rubric);
    expect(scoring.sheets.map((each) => [each.sheet.coach, each.share])).toEqual([['Kim', 0.75]]);
    expect((await client.review.rubric()).isDefault).toBe(true);

    await client.exports.discardPack({ callIds: [callId] });
    const { error } = await safe(client.calls.get({ callId }));
    expect(error).toMatchObject({ data: { code: 'no-such-call' } });
  });

  it('holds only what was selected, and does not open with another passphrase', async () => {
    const without = { comments: false, scores: false, reflection: false, audio: false };
    const { bytes } = await made({
      format: 'coach-pack',
      callIds: ['one'],
      coach: null,
      parts: without,
      note: '',
      passphrase,
    });
    const { calls } = await client.exports.openPack({ streamId: await uploaded(bytes), passphrase });
    const { callId } = calls[0]!;
    const call = await client.calls.get({ callId });
    expect(call.audioUrl).toBeNull();
    expect(call.peaks.map(({ role, bins }) => [role, Buffer.from(bins, 'base64').some((peak) => peak > 0)])).toEqual([
      ['agent', true],
      ['customer', true],
    ]);
    expect((await client.notes.get({ callId, coach: null })).comments).toEqual([]);
    const streamId = await uploaded(bytes);
    const { error } = await safe(client.exports.openPack({ streamId, passphrase: 'another passphrase' }));
    expect(error).toMatchObject({ data: { code: 'wrong-passphrase' } });
  });
});

describe('remeasuring a call', () => {
  it('assigns its channels to the other party, and keeps what people added', async () => {
    const { jobId } = await client.recordings.reanalyze({ callId: 'one', roles: ['customer', 'agent'] });
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    const [job] = test.analysis.jobs;
    expect(job!.request).toMatchObject({ roles: ['customer', 'agent'], playbackPath: null });
    await job!.finish();
    for await (const event of await client.recordings.watch({ jobId })) {
      if (event.type !== 'progress') expect(event).toMatchObject({ type: 'done', callId: 'one' });
    }
    const call = unpackCall(await client.calls.get({ callId: 'one' }));
    expect(call.roles).toEqual(['customer', 'agent']);
    expect(call.report.turns).toEqual([]);
    expect((await client.notes.get({ callId: 'one', coach: null })).comments).toHaveLength(1);
  });

  it('is refused for roles that do not fit its channels', async () => {
    const { error } = await safe(client.recordings.reanalyze({ callId: 'one', roles: ['agent'] }));
    expect(error).toMatchObject({ data: { code: 'roles-mismatch' } });
  });
});
