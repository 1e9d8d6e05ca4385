import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisEvent } from '../../../../../contract/recordingContract.ts';
import { AppError } from '../../../../../core/model/appError.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;

beforeEach(async () => {
  test = await startTestServices();
});

afterEach(() => test.close());

const sample = { source: { kind: 'sample' as const, id: 'a-calm-call' }, roles: null, baseline: null };

async function readAll(events: AsyncIterable<AnalysisEvent>): Promise<AnalysisEvent[]> {
  const all: AnalysisEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

async function openUpload(bytes: Uint8Array, sent = bytes) {
  const { streams } = test.services;
  const { streamId } = await streams.open({ kind: 'upload', name: 'Call 17.wav', sizeBytes: bytes.length });
  const receiver = streams.connect(streamId);
  await receiver.receive(sent);
  return { streamId, receiver };
}

async function runFiles(): Promise<string[]> {
  const [run] = await readdir(join(test.dir, 'temp'));
  return readdir(join(test.dir, 'temp', run!));
}

describe('analysing a recording', () => {
  it('waits for the rest of an upload, then erases it and saves the audio for playing', async () => {
    const { streamId, receiver } = await openUpload(Buffer.from('abcdef'), Buffer.from('abc'));
    const source = { kind: 'upload' as const, streamId };
    const { jobId } = await test.services.recordings.analyze({ source, roles: ['agent', null], baseline: null });
    await settle();
    expect(test.analysis.jobs).toEqual([]);
    await receiver.receive(Buffer.from('def'));
    await receiver.end();
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    const [job] = test.analysis.jobs;
    expect(job!.request).toMatchObject({ reportedPath: null, roles: ['agent', null], baseline: null });
    expect(await readFile(job!.request.path, 'utf8')).toBe('abcdef');
    await job!.finish();
    const events = await readAll(test.services.recordings.watch(jobId));
    const last = events.at(-1);
    if (last?.type !== 'done') throw new Error('expected it to be done');
    expect(await test.services.library.reader.get(last.callId)).toMatchObject({ title: 'Call 17.wav', kind: 'file' });
    await expect(access(job!.request.path)).rejects.toThrow();
    expect(await runFiles()).toEqual([]);
  });

  it('fails when the upload ends early', async () => {
    const { streamId, receiver } = await openUpload(Buffer.from('abcdef'), Buffer.from('abc'));
    const source = { kind: 'upload' as const, streamId };
    const { jobId } = await test.services.recordings.analyze({ source, roles: null, baseline: null });
    await receiver.disconnect();
    const events = await readAll(test.services.recordings.watch(jobId));
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'no-such-upload' } });
    expect(await runFiles()).toEqual([]);
  });

  it('is done one at a time, in order', async () => {
    await test.services.recordings.analyze(sample);
    const second = await test.services.recordings.analyze(sample);
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    await settle();
    expect(test.analysis.jobs).toHaveLength(1);
    await test.analysis.jobs[0]!.finish();
    await expect.poll(() => test.analysis.jobs.length).toBe(2);
    await test.analysis.jobs[1]!.finish();
    const events = await readAll(test.services.recordings.watch(second.jobId));
    expect(events.at(-1)?.type).toBe('done');
  });

  it('reports the progress with the remaining time, at most ten times per second', async () => {
    // Half of the work in 4 s: 8 s in total.
    const { jobId } = await test.services.recordings.analyze(sample);
    const events: AnalysisEvent[] = [];
    const watching = (async () => {
      for await (const event of test.services.recordings.watch(jobId)) events.push(event);
    })();
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    const [job] = test.analysis.jobs;
    for (let i = 0; i <= 100; i++) {
      job!.progress(i / 200);
      test.clock.advance(0.04);
      await settle();
    }
    await job!.finish();
    await watching;
    const progress = events.filter((event) => event.type === 'progress');
    expect(progress.length).toBeGreaterThan(20);
    expect(progress.length).toBeLessThan(45);
    expect(progress[0]).toEqual({ type: 'progress', fraction: 0, remainingSeconds: null });
    const last = progress.at(-1)!;
    expect(last.remainingSeconds).toBeCloseTo((1 - last.fraction) * 8, 0);
  });

  it('ends a waiting job immediately when it is cancelled', async () => {
    await test.services.recordings.analyze(sample);
    const { jobId } = await test.services.recordings.analyze(sample);
    test.services.recordings.cancel(jobId);
    const events = await readAll(test.services.recordings.watch(jobId));
    expect(events).toEqual([{ type: 'failed', error: { code: 'cancelled', message: 'The analysis was cancelled.' } }]);
  });

  it('ends a job that is cancelled between its steps', async () => {
    for (let turns = 0; turns < 40; turns++) {
      const { jobId } = await test.services.recordings.analyze(sample);
      for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve));
      test.services.recordings.cancel(jobId);
      const events = await readAll(test.services.recordings.watch(jobId));
      expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'cancelled' } });
    }
  });

  it('passes on the reason why a file cannot be analysed, without logging it', async () => {
    const { jobId } = await test.services.recordings.analyze(sample);
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    test.analysis.jobs[0]!.fail(new AppError('not-audio', 'This is not a recording. Choose an audio file.'));
    const events = await readAll(test.services.recordings.watch(jobId));
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'not-audio' } });
    expect(test.logger.errors).toEqual([]);
  });

  it('gives an upload to only one analysis', async () => {
    const { streamId } = await openUpload(Buffer.from('abc'));
    const request = { source: { kind: 'upload' as const, streamId }, roles: null, baseline: null };
    await test.services.recordings.analyze(request);
    await expect(test.services.recordings.analyze(request)).rejects.toMatchObject({ code: 'no-such-upload' });
  });

  it('saves the call with its audio sealed, and no other file of it', async () => {
    test.analysis.atOnce = true;
    const { jobId } = await test.services.recordings.analyze(sample);
    const last = (await readAll(test.services.recordings.watch(jobId))).at(-1);
    if (last?.type !== 'done') throw new Error('expected it to be done');
    const audio = await test.services.library.reader.audio(last.callId);
    expect(audio!.sizeBytes).toBe(44 + 800 * 2 * 2);
    await audio!.close();
    expect(await runFiles()).toEqual([]);
    const sealed = await readFile(join(test.dir, 'calls', last.callId, 'audio'));
    expect(sealed.includes(Buffer.alloc(64))).toBe(false);
  });
});
