import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import decodeFlac from '@audio/decode-flac';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../../core/model/role.ts';
import { activeLevelDbfs, levelDbfs, type Span, totalSeconds } from '../../../samples/speechLevel.ts';
import { type Truth, truthSchema } from '../../../samples/truth.ts';

const samplesFolder = join(import.meta.dirname, '../../../samples');
const callIds = ['matching-the-anger', 'soft-and-patient'] as const;

function readTruth(id: string): Truth {
  return truthSchema.parse(JSON.parse(readFileSync(join(samplesFolder, id, 'truth.json'), 'utf8')));
}

async function decoded(path: string): Promise<{ channelData: Float32Array[]; sampleRate: number }> {
  return await decodeFlac(readFileSync(join(samplesFolder, path)));
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** Returns the time between the spans, each widened by `margin` seconds. */
function silencesBetween(spans: readonly Span[], durationSeconds: number, margin = 0.05): Span[] {
  const starts = [0, ...spans.map(([, end]) => end + margin)];
  const ends = [...spans.map(([start]) => start - margin), durationSeconds];
  return starts.map((start, index): Span => [start, ends[index]!]).filter(([start, end]) => end > start);
}

const contains = (outer: Span, inner: Span) => outer[0] <= inner[0] && inner[1] <= outer[1];

describe('the committed audio', () => {
  it('is smaller than 3 MB in total', () => {
    const files = readdirSync(samplesFolder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.flac'));
    expect(files.toSorted()).toEqual([
      join('agent-baseline', 'normal.flac'),
      join('agent-baseline', 'soft.flac'),
      ...callIds.map((id) => join(id, 'call.flac')),
    ]);
    const bytes = files.reduce((sum, file) => sum + statSync(join(samplesFolder, file)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it('has a normal enrolment recording of about half a minute and a shorter one about 5 dB softer', async () => {
    const [normal, soft] = await Promise.all([
      decoded(join('agent-baseline', 'normal.flac')),
      decoded(join('agent-baseline', 'soft.flac')),
    ]);
    const [normalSamples, softSamples] = [normal.channelData[0]!, soft.channelData[0]!];
    expect([normal.channelData.length, soft.channelData.length]).toEqual([1, 1]);
    expect(normalSamples.length / normal.sampleRate).toBeGreaterThan(28);
    expect(softSamples.length / soft.sampleRate).toBeGreaterThan(14);
    expect(levelDbfs(normalSamples) - levelDbfs(softSamples)).toBeGreaterThan(4);
    expect(peakOf(normalSamples)).toBeLessThan(1);
  });
});

describe.each(callIds)('%s', (id) => {
  let truth: Truth;
  let channels: Float32Array[];

  beforeAll(async () => {
    truth = readTruth(id);
    const { channelData, sampleRate } = await decoded(join(id, truth.audio));
    expect(sampleRate).toBe(truth.sampleRateHz);
    channels = channelData;
  });

  it('has two channels as long as the truth says, and lasts about 60–100 s', () => {
    expect(channels).toHaveLength(2);
    for (const channel of channels) expect(channel.length / truth.sampleRateHz).toBeCloseTo(truth.durationSeconds, 3);
    expect(truth.durationSeconds).toBeGreaterThan(60);
    expect(truth.durationSeconds).toBeLessThan(100);
  });

  it('never clips', () => {
    for (const channel of channels) expect(peakOf(channel)).toBeLessThan(0.9);
  });

  it('has each line on its party’s channel at its level', () => {
    for (const line of truth.lines) {
      const measured = activeLevelDbfs(channels[roles.indexOf(line.role)]!, line.speech, truth.sampleRateHz);
      expect(Math.abs(measured - line.levelDbfs), line.text).toBeLessThan(0.1);
    }
  });

  it('has only the noise floor, never digital silence, outside the speech of the truth', () => {
    for (const { role, channel } of truth.speakers) {
      const speech = truth.lines.filter((line) => line.role === role).flatMap((line) => line.speech);
      const silences = silencesBetween(speech, truth.durationSeconds);
      expect(totalSeconds(silences)).toBeGreaterThan(10);
      const level = activeLevelDbfs(channels[channel]!, silences, truth.sampleRateHz);
      expect(Math.abs(level - truth.noiseFloorDbfs)).toBeLessThan(0.5);
    }
  });

  it('begins and ends every speech segment with sound', () => {
    for (const line of truth.lines) {
      const channel = channels[roles.indexOf(line.role)]!;
      for (const [start, end] of line.speech) {
        for (const edge of [
          [start, start + 0.05],
          [end - 0.05, end],
        ] satisfies Span[]) {
          const level = activeLevelDbfs(channel, [edge], truth.sampleRateHz);
          expect(level, `${line.text} at ${edge[0]} s`).toBeGreaterThan(truth.noiseFloorDbfs + 3);
        }
      }
    }
  });

  it('has both parties speaking throughout every overlap', () => {
    for (const overlap of truth.overlaps) {
      for (const role of roles) {
        const speech = truth.lines.filter((line) => line.role === role).flatMap((line) => line.speech);
        expect(
          speech.some((span) => contains(span, [overlap.start, overlap.end])),
          `${role} at ${overlap.start} s`,
        ).toBe(true);
      }
    }
  });
});

describe('the two calls', () => {
  const matching = readTruth('matching-the-anger');
  const soft = readTruth('soft-and-patient');

  it('differ in interruptions: at least four long ones well into the caller’s line, or none', () => {
    const interruptions = matching.overlaps.filter((o) => o.startedBy === 'agent' && o.kind === 'interruption');
    expect(interruptions.length).toBeGreaterThanOrEqual(4);
    for (const { start, end } of interruptions) {
      expect(end - start).toBeGreaterThanOrEqual(0.8);
      const interrupted = matching.lines.find((l) => l.role === 'customer' && l.start < start && l.end >= end)!;
      expect(start - interrupted.start).toBeGreaterThanOrEqual(1.5);
    }
    expect(soft.summary.agentInterruptions).toBe(0);
  });

  it('differ in how the agent answers: immediately, or after 0.5–1.2 s with one longer pause at the loudest', () => {
    const responseGaps = (truth: Truth) => truth.gaps.filter((gap) => gap.to === 'agent').map((gap) => gap.seconds);
    expect(Math.max(...responseGaps(matching))).toBeLessThan(0.2);
    expect(Math.min(...responseGaps(soft))).toBeGreaterThanOrEqual(0.5);
    const longer = soft.gaps.filter((gap) => gap.to === 'agent' && gap.seconds > 1.2);
    const loudest = soft.lines.toSorted((a, b) => b.levelDbfs - a.levelDbfs)[0]!;
    expect(longer.map((gap) => gap.at)).toEqual([loudest.end]);
    expect(longer[0]!.seconds).toBeLessThanOrEqual(2);
  });

  it('differ in how the agent speaks: 8 dB softer and a fifth slower', () => {
    const meanEffort = (truth: Truth) => {
      const own = truth.lines.filter((line) => line.role === 'agent');
      return (
        own.reduce((sum, l) => sum + l.effortDb * totalSeconds(l.speech), 0) /
        totalSeconds(own.flatMap((l) => l.speech))
      );
    };
    expect(meanEffort(matching) - meanEffort(soft)).toBeGreaterThan(8);
    expect(soft.speakers[0]!.articulationRate).toBeLessThan(0.8 * matching.speakers[0]!.articulationRate);
  });

  it('differ in how the caller ends: near his loudest, or at his normal level', () => {
    const lastEffort = (truth: Truth) => truth.lines.findLast((line) => line.role === 'customer')!.effortDb;
    expect(lastEffort(matching)).toBeGreaterThanOrEqual(8);
    expect(lastEffort(soft)).toBeLessThanOrEqual(0);
  });

  it('contain occasions for every cue about the agent’s way of speaking, or for none', () => {
    expect(new Set(matching.occasions.map(({ kind }) => kind))).toEqual(
      new Set(['let-them-finish', 'softer', 'slower']),
    );
    expect(soft.occasions).toEqual([]);
  });

  it('has backchannels of at most 0.8 s in the soft call', () => {
    const backchannels = soft.lines.filter((line) => line.kind === 'backchannel');
    expect(backchannels.length).toBeGreaterThan(0);
    for (const { start, end } of backchannels) expect(end - start).toBeLessThanOrEqual(0.8);
  });
});
