import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baselineSchema } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import { type CallReport, callReportSchema } from '../../core/model/callReport.ts';
import { AnalysisPool } from '../../main/analysis/analysisPool.ts';
import { openFileSource } from '../../main/capture/file/fileSource.ts';
import { truthSchema } from '../../samples/truth.ts';
import { agree, turnEndReadings } from '../support/turnEndReadings.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(sample(path), 'utf8'));
const baseline = baselineSchema.parse(readJson('agent-baseline/baseline.json'));
const failures: string[] = [];
const pool = new AnalysisPool(2, (detail) => failures.push(detail));
afterAll(() => pool.close());

const fileRequest = (name: string) => ({
  path: sample(`${name}/call.flac`),
  reportedPath: `${name}.flac`,
  roles: null,
  baseline,
  playbackPath: null,
});

describe('the sample calls', () => {
  let matching: CallReport;
  let patient: CallReport;
  beforeAll(async () => {
    const results = await Promise.all(
      ['matching-the-anger', 'soft-and-patient'].map((name) => pool.analyzeFile(fileRequest(name))),
    );
    [matching, patient] = results.map(({ report }) => callReportSchema.parse(report)) as [CallReport, CallReport];
  });

  it('differ: the patient one has fewer interruptions, more soft speech and longer response times', () => {
    expect(patient.summary.agentInterruptions).toBe(0);
    expect(matching.summary.agentInterruptions).toBeGreaterThanOrEqual(4);
    expect(patient.summary.softShare! - matching.summary.softShare!).toBeGreaterThan(0.5);
    expect(patient.summary.medianResponseGapSeconds! - matching.summary.medianResponseGapSeconds!).toBeGreaterThan(0.5);
    expect(patient.speakers[0]!.articulationRate!).toBeLessThan(matching.speakers[0]!.articulationRate! * 0.8);
  });

  it('cause cues only where they are justified', () => {
    expect(patient.cues).toEqual([]);
    const shown = matching.cues.filter((cue) => cue.shown).map(({ kind }) => kind);
    expect(shown).toContain('let-them-finish');
    expect(shown).toContain('slower');
    expect(matching.cues.map(({ kind }) => kind)).toContain('softer');
  });

  it.each(['matching-the-anger', 'soft-and-patient'])('agree with the truth of %s', (name) => {
    const truth = truthSchema.parse(readJson(`${name}/truth.json`));
    const report = name === 'matching-the-anger' ? matching : patient;
    for (const speaker of report.speakers) {
      const turns = truth.lines.filter(({ role }) => role === speaker.role);
      const syllables = turns.reduce((sum, turn) => sum + turn.syllables, 0);
      expect(Math.abs(speaker.syllables.count / syllables - 1), `${speaker.role} syllables`).toBeLessThan(0.15);
      const seconds = turns.flatMap(({ speech }) => speech).reduce((sum, [start, end]) => sum + end - start, 0);
      expect(Math.abs(speaker.speech.seconds / seconds - 1), `${speaker.role} speech`).toBeLessThan(0.12);
    }
    const interruptions = truth.overlaps.filter(({ kind }) => kind === 'interruption');
    const found = report.overlaps.filter(({ kind }) => kind === 'interruption');
    expect(found).toHaveLength(interruptions.length);
    for (const [i, { start }] of interruptions.entries()) expect(Math.abs(found[i]!.start - start)).toBeLessThan(0.25);
  });
});

describe('a recording heard live', () => {
  it('has the report of the same recording read as a file, and streams its values', async () => {
    const request = fileRequest('soft-and-patient');
    const { report: fromFile, peaks } = await pool.analyzeFile({ ...request, baseline: null });
    const live = await pool.openLive({
      inputs: (['agent', 'customer'] as const).map((role) => ({
        role,
        kind: 'device' as const,
        device: null,
        appliedSettings: {},
        sampleRateHz: 16_000,
      })),
      startedAt: '2026-01-01T09:00:00.000Z',
      baseline: null,
    });
    const events: CallEvent[] = [];
    live.onEvent((event) => events.push(event));
    const source = await openFileSource(request.path);
    for await (const item of source) {
      if (item.type !== 'samples') continue;
      const [agent, customer] = item.channels.map((channel) => Float32Array.from(channel));
      // In pieces of a different size than the file's, one party's before the other's.
      for (let at = 0; at < agent!.length; at += 700) live.push('agent', agent!.slice(at, at + 700));
      live.push('customer', customer!);
    }
    await source.close();
    const { report: fromLive, peaks: livePeaks } = await live.finish();
    expect({ ...fromLive, source: null }).toEqual({ ...fromFile, source: null });
    expect(fromLive.source.durationSeconds).toBe(fromFile.source.durationSeconds);
    expect(livePeaks).toEqual(peaks);
    const readings = turnEndReadings(events, fromFile);
    expect(readings.length).toBeGreaterThan(fromFile.turns.length);
    expect(readings.filter((reading) => !agree(reading))).toEqual([]);
    const streamedTurns = events.flatMap((event) => (event.type === 'turn' ? [event.turn] : []));
    expect(streamedTurns).toHaveLength(fromFile.turns.length);
    for (const turn of fromFile.turns) {
      const streamed = streamedTurns.find(
        ({ role, start }) => role === turn.role && Math.abs(start - turn.start) < 0.001,
      )!;
      expect(streamed.syllables).toBe(turn.syllables);
      expect(streamed.f0MedianHz).toBeCloseTo(turn.f0MedianHz!, 2);
    }
    expect(failures).toEqual([]);
  });
});
