/** `node samples/makeSamples.ts` makes the committed sample calls, their truth and the agent's enrolment recordings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '../core/model/role.ts';
import { assembleTruth, rounded } from './assembleTruth.ts';
import { interleavedPcm, mixChannel, NOISE_FLOOR_DBFS } from './mixCall.ts';
import { schedule } from './schedule.ts';
import { runTool } from './soundTools.ts';
import { SAMPLE_RATE_HZ, speak } from './speak.ts';
import { totalSeconds } from './speechLevel.ts';
import { readingPassages, type SampleCall, sampleCalls, voices } from './story.ts';
import { type Truth, truthSchema } from './truth.ts';

/** Silence at the end of every recording, and before an enrolment recording. */
const QUIET_SECONDS = 1;
const here = import.meta.dirname;

function writeFlac(path: string, channels: readonly Float32Array[]): void {
  const { buffer } = interleavedPcm(channels);
  const raw = [
    '-t',
    'raw',
    '-e',
    'signed',
    '-b',
    '16',
    '-L',
    '-r',
    `${SAMPLE_RATE_HZ}`,
    '-c',
    `${channels.length}`,
    '-',
  ];
  runTool('sox', ['-D', ...raw, '-C', '8', '--comment', '', path], new Uint8Array(buffer));
}

/** Makes the agent's enrolment recordings. @returns the articulation rate of the normal one, in syllables per second */
function makeEnrolment(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const rates = readingPassages.map((passage, index) => {
    const clip = speak(voices.agent, passage);
    const seconds = clip.samples.length / SAMPLE_RATE_HZ + 2 * QUIET_SECONDS;
    const sound = { start: QUIET_SECONDS, samples: clip.samples };
    writeFlac(join(folder, `${passage.id}.flac`), [mixChannel([sound], seconds, SAMPLE_RATE_HZ, 100 + index)]);
    const rate = clip.syllables / totalSeconds(clip.segments);
    console.log(`${passage.id} passage: ${seconds.toFixed(1)} s, ${rate.toFixed(2)} syllables/s`);
    return { id: passage.id, rate };
  });
  return rates.find(({ id }) => id === 'normal')!.rate;
}

function makeCall(call: SampleCall, folder: string, baselineRate: number): void {
  mkdirSync(folder, { recursive: true });
  const clips = call.lines.map((line) => speak(voices[line.role], line));
  const placements = schedule(
    call.lines.map(({ timing }, index) => ({ timing, seconds: clips[index]!.samples.length / SAMPLE_RATE_HZ })),
  );
  const spoken = call.lines.map((line, index) => ({ line, clip: clips[index]!, placement: placements[index]! }));
  const durationSeconds = rounded(Math.max(...placements.map(({ end }) => end)) + QUIET_SECONDS);
  const channelOf = (role: Role, seed: number) => {
    const own = spoken.filter(({ line }) => line.role === role);
    const sounds = own.map(({ clip, placement }) => ({ start: placement.start, samples: clip.samples }));
    return mixChannel(sounds, durationSeconds, SAMPLE_RATE_HZ, seed);
  };
  writeFlac(join(folder, 'call.flac'), roles.map(channelOf));
  const truth: Truth = {
    schema: 'softspoken.sample-truth/1',
    id: call.id,
    title: call.title,
    description: call.description,
    audio: 'call.flac',
    source: 'espeak-ng, scripted',
    licence: 'MIT',
    sampleRateHz: SAMPLE_RATE_HZ,
    durationSeconds,
    noiseFloorDbfs: NOISE_FLOOR_DBFS,
    ...assembleTruth(spoken, { agent: voices.agent.espeakVoice, customer: voices.customer.espeakVoice }, baselineRate),
  };
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truthSchema.parse(truth), null, 1)}\n`);
  const { agentInterruptions, medianResponseGapSeconds } = truth.summary;
  console.log(
    `${call.id}: ${durationSeconds} s, ${agentInterruptions} interruptions, median response gap ${medianResponseGapSeconds} s`,
  );
}

try {
  const baselineRate = makeEnrolment(join(here, 'agent-baseline'));
  for (const call of sampleCalls) makeCall(call, join(here, call.id), baselineRate);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
