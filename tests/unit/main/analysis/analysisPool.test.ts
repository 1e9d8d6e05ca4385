import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileAnalysisRequest } from '../../../../main/analysis/analysis.ts';
import { AnalysisPool } from '../../../../main/analysis/analysisPool.ts';
import { createWavFile } from '../../../../main/audio/wavWriter.ts';
import { openFileSource } from '../../../../main/capture/file/fileSource.ts';
import { decodeReport, type EncodedCall } from '../../../../main/storage/calls/callCodec.ts';
import { drain } from '../../../support/decodedAudio.ts';

const reading = fileURLToPath(new URL('../../../../samples/agent-baseline/soft.flac', import.meta.url));
const sampleCall = fileURLToPath(new URL('../../../../samples/soft-and-patient/call.flac', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'softspoken-test-'));
const details: string[] = [];
const pool = new AnalysisPool(1, (detail) => details.push(detail));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const request = (path: string): FileAnalysisRequest => ({
  path,
  reportedPath: path,
  roles: null,
  baseline: null,
  playbackPath: null,
});

describe('AnalysisPool', () => {
  it('analyses a file, reports progress up to the end and writes a playable copy', async () => {
    const playbackPath = join(folder, 'playback.wav');
    const fractions: number[] = [];
    const { report, peaks } = await pool.analyzeFile(
      { ...request(reading), playbackPath },
      { onProgress: (fraction) => fractions.push(fraction) },
    );
    expect(report.speakers.map(({ role }) => role)).toEqual(['agent']);
    expect(report.speakers[0]!.speech.seconds).toBeGreaterThan(8);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(peaks[0]!.values.length).toBeCloseTo(report.source.durationSeconds * 50, -1);
    const playback = await openFileSource(playbackPath);
    expect(playback.sampleRateHz).toBe(report.source.sampleRateHz);
    expect(playback.expectedSampleCount).toBe(Math.round(report.source.durationSeconds * playback.sampleRateHz));
    await playback.close();
  });

  it('takes a snapshot during a call, without any effect on its report', async () => {
    const listen = async (snapshotAt: number | undefined) => {
      const source = await openFileSource(reading);
      const input = { role: 'agent' as const, kind: 'page' as const, device: null, appliedSettings: {} };
      const inputs = [{ ...input, sampleRateHz: source.sampleRateHz }];
      const live = await pool.openLive({ inputs, startedAt: '2026-03-02T14:00:00.000Z', baseline: null });
      let snapshot: EncodedCall | undefined;
      let seconds = 0;
      for await (const item of source) {
        if (item.type !== 'samples') continue;
        seconds += item.channels[0]!.length / source.sampleRateHz;
        live.push('agent', new Float32Array(item.channels[0]!));
        if (snapshotAt !== undefined && seconds >= snapshotAt) snapshot ??= await live.snapshot();
      }
      await source.close();
      return { snapshot, seconds, result: await live.finish() };
    };
    const { result } = await listen(undefined);
    const interrupted = await listen(5.13);
    expect(interrupted.result).toEqual(result);
    const known = await decodeReport(interrupted.snapshot!.report);
    expect(known.source.durationSeconds).toBeGreaterThan(5);
    expect(known.source.durationSeconds).toBeLessThan(interrupted.seconds);
    expect(known.speakers[0]!.level.activeLufs).not.toBeNull();
  });

  it('returns the same report when the thread is reused', async () => {
    const first = await pool.analyzeFile(request(reading));
    const second = await pool.analyzeFile(request(reading));
    expect(second).toEqual(first);
  });

  it('returns the same report if a free thread measures the second party', async () => {
    const path = join(folder, 'call.wav');
    const { channels } = await drain(await openFileSource(sampleCall));
    const writer = await createWavFile(path, { sampleRateHz: 16_000, channelCount: 2 });
    await writer.write(channels.map((samples) => samples.subarray(0, 20 * 16_000)));
    await writer.close();
    const two = new AnalysisPool(2, (detail) => details.push(detail));
    try {
      const alone = await pool.analyzeFile(request(path));
      expect(await two.analyzeFile(request(path))).toEqual(alone);
      await expect(two.analyzeFile(request(join(folder, 'none.wav')))).rejects.toMatchObject({
        code: 'file-not-found',
      });
      expect(await Promise.all([two.analyzeFile(request(path)), two.analyzeFile(request(path))])).toEqual([
        alone,
        alone,
      ]);
    } finally {
      await two.close();
    }
  });

  it('analyses one file at a time during a live call, and the others as soon as it is over', async () => {
    const two = new AnalysisPool(2, (detail) => details.push(detail));
    const inputs = [
      { role: 'agent' as const, kind: 'page' as const, device: null, appliedSettings: {}, sampleRateHz: 16_000 },
    ];
    const live = await two.openLive({ inputs, startedAt: '2026-03-02T14:00:00.000Z', baseline: null });
    const heard: string[] = [];
    const analyse = async (name: string, file = request(reading)) => {
      await two.analyzeFile(file, { onProgress: () => heard.push(name) });
      heard.push(`${name} is done`);
    };
    try {
      const first = analyse('first');
      // Long enough to be still running when the call is over.
      const second = analyse('second', { ...request(sampleCall), roles: ['agent', null] });
      await first;
      expect(heard).not.toContain('second');
      const third = analyse('third');
      await live.abort();
      await Promise.all([second, third]);
      expect(heard.indexOf('third')).toBeLessThan(heard.indexOf('second is done'));
    } finally {
      await two.close();
    }
  });

  it('reports a faulty file, and continues with the next', async () => {
    await expect(pool.analyzeFile(request(join(folder, 'none.wav')))).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(pool.analyzeFile({ ...request(reading), roles: ['agent', 'customer'] })).rejects.toMatchObject({
      code: 'roles-mismatch',
    });
    expect((await pool.analyzeFile(request(reading))).report.schema).toBe('softspoken.call-report/1');
  });

  it('stops when asked to, waiting or running', async () => {
    const control = new AbortController();
    const running = pool.analyzeFile(request(reading), { signal: control.signal, onProgress: () => control.abort() });
    const waiting = pool.analyzeFile(request(reading), { signal: AbortSignal.abort() });
    const results = await Promise.allSettled([running, waiting]);
    const cancelled = { status: 'rejected', reason: expect.objectContaining({ code: 'cancelled' }) };
    expect(results).toEqual([cancelled, cancelled]);
  });

  it('measures an enrolment live exactly as from a file', async () => {
    const fromFile = await pool.measureBaseline({ normalPath: reading, softPath: null, device: 'Headset', agc: null });
    const source = await openFileSource(reading);
    const live = await pool.openEnrolment({ sampleRateHz: source.sampleRateHz, device: 'Headset', agc: null });
    for await (const item of source) if (item.type === 'samples') live.push(new Float32Array(item.channels[0]!));
    expect(await live.finish()).toEqual(fromFile);
    expect(live.speechSeconds).toBeGreaterThan(8);
    await live.close();
    await source.close();
    // The thread is not lost with the enrolment.
    expect((await pool.analyzeFile(request(reading))).report.speakers).toHaveLength(1);
  });

  it('rejects an enrolment with too little speech, and discards one that is interrupted', async () => {
    const quiet = await pool.openEnrolment({ sampleRateHz: 16_000, device: 'Headset', agc: null });
    quiet.push(new Float32Array(16_000));
    await expect(quiet.finish()).rejects.toMatchObject({ code: 'not-enough-speech' });
    const brokenOff = await pool.openEnrolment({ sampleRateHz: 16_000, device: 'Headset', agc: null });
    await brokenOff.close();
    expect((await pool.analyzeFile(request(reading))).report.speakers).toHaveLength(1);
  });

  it('measures a baseline, and rejects one from too little speech', async () => {
    const baseline = await pool.measureBaseline({ normalPath: reading, softPath: null, device: 'Headset', agc: false });
    expect(baseline).toMatchObject({
      schema: 'softspoken.baseline/1',
      device: 'Headset',
      agc: false,
      alphaPerDb: null,
    });
    expect(baseline.activeLufs.p10).toBeLessThanOrEqual(baseline.activeLufs.p90);
    const tone = fileURLToPath(new URL('../../../fixtures/audio/mono16k.flac', import.meta.url));
    const short = { normalPath: tone, softPath: null, device: null, agc: null };
    await expect(pool.measureBaseline(short)).rejects.toMatchObject({ code: 'not-enough-speech' });
  });

  it('accepts samples of a live call until it is discarded', async () => {
    const live = await pool.openLive({
      inputs: [{ role: 'agent', kind: 'device', device: 'Headset', appliedSettings: {}, sampleRateHz: 48_000 }],
      startedAt: '2026-01-01T09:00:00.000Z',
      baseline: null,
    });
    live.push('agent', new Float32Array(48_000));
    live.gap('agent', 24_000, 'device stalled');
    const { report } = await live.finish();
    expect(report.source).toMatchObject({ kind: 'live', durationSeconds: 1.5, sampleRateHz: 48_000 });
    expect(report.gapsInCapture).toEqual([{ role: 'agent', start: 1, seconds: 0.5, reason: 'device stalled' }]);
    expect(details).toEqual([]);
  });
});
