import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resampler } from '../../../core/audio/resampler.ts';
import type { Span } from '../../../core/model/callReport.ts';
import { truthSchema } from '../../../samples/truth.ts';
import { joinedSamples } from '../../../scripts/accuracy/audio/joinedSamples.ts';
import { readChannels } from '../../../scripts/accuracy/audio/readChannels.ts';
import { createTalker, type Talker } from '../../../scripts/accuracy/conditions/roomTalkers.ts';
import type { LabelledClip } from '../../../scripts/accuracy/truth/labelledSet.ts';

const samplesFolder = join(import.meta.dirname, '../../../samples');

/** A sample call or enrolment prepared for scoring: a labelled clip, its channels, and other voices to fill a room. */
export interface SampleCall {
  readonly clip: LabelledClip;
  readonly channels: readonly Float32Array[];
}

export async function readSampleCall(id: string): Promise<SampleCall> {
  const folder = join(samplesFolder, id);
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const clip: LabelledClip = {
    file: id,
    seconds: truth.durationSeconds,
    channels: 2,
    channels_are: truth.speakers.toSorted((a, b) => a.channel - b.channel).map(({ role }) => role),
    turns: truth.lines.map(({ role, start, end, syllables, speech }) => ({
      speaker: role,
      start,
      end,
      syllables,
      speech,
    })),
    overlaps: truth.overlaps.map(({ start, end }): Span => [start, end]),
    interruptions: truth.overlaps.map(({ startedBy, start, end, kind }) => ({
      by: startedBy,
      start,
      overlap: end - start,
      kind: kind === 'interruption' ? 'int' : 'bc',
    })),
  };
  return { clip, channels: await readChannels(join(folder, truth.audio)) };
}

/** Reads voices that are in no call: the enrolments, slowed down and sped up. */
export async function readTalkers(): Promise<readonly Talker[]> {
  const readings = await Promise.all(
    ['normal.flac', 'soft.flac'].map((file) => readChannels(join(samplesFolder, 'agent-baseline', file))),
  );
  return [12_500, 13_500, 14_500, 15_500, 17_000, 18_500, 20_000, 21_500].map((rateHz) => {
    const clips = readings.map(([samples]) => {
      const resampler = new Resampler(rateHz);
      return joinedSamples([...resampler.push(samples!), ...resampler.flush()]);
    });
    return createTalker(String(rateHz), clips, 16_000);
  });
}
