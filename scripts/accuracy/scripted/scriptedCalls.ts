import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, roles } from '../../../core/model/role.ts';
import { assembleTruth, rounded } from '../../../samples/assembleTruth.ts';
import { mixChannel, type PlacedSound } from '../../../samples/mixCall.ts';
import { schedule } from '../../../samples/schedule.ts';
import { runTool } from '../../../samples/soundTools.ts';
import { SAMPLE_RATE_HZ, speak } from '../../../samples/speak.ts';
import { totalSeconds } from '../../../samples/speechLevel.ts';
import { type Line, readingPassages, type Voice } from '../../../samples/story.ts';
import type { TruthLine } from '../../../samples/truth.ts';
import { addTo, colouredNoise, gainOf, reverberated } from '../../foreground/background.ts';
import { Draw } from '../../foreground/draw.ts';
import { codeKey, contentKey } from '../audio/resultCache.ts';
import { writeWave } from '../audio/writeWave.ts';
import { type CallScript, callScript, type Room } from './callScript.ts';

/** Enough for ten occasions of the rarest cue, 40 interruptions and 40 backchannels. */
const CALL_COUNT = 20;
export const scriptedIndices: readonly number[] = Array.from({ length: CALL_COUNT }, (_, index) => index);

const QUIET_SECONDS = 1;
const CODE = [
  'samples/*.ts',
  'scripts/accuracy/scripted/{phrases,scenes,callScript,scriptedCalls}.ts',
  'scripts/foreground/{background,draw}.ts',
];

/** A spoken line, with the pitch that its effort does not explain. */
export type SpokenTruth = TruthLine & { readonly extraSemitones: number };

/** A generated call with its truth. */
export interface ScriptedCall {
  readonly id: string;
  readonly durationSeconds: number;
  readonly gainTrusted: boolean;
  /** The path of the recording: agent and caller on two channels. */
  readonly callPath: string;
  /** The agent's enrolment recordings, heard through the same room. */
  readonly normalPath: string;
  readonly softPath: string;
  readonly lines: readonly SpokenTruth[];
  /** Syllables per second of speech in the agent's normal enrolment recording. */
  readonly usualRate: number;
}

/**
 * Makes scripted calls, or finds them in the cache: the same script, code and espeak-ng produce the same sound.
 *
 * @param root the project's folder; the calls are cached in `.cache/scripted-calls`
 * @throws {Error} with the installation command if espeak-ng or sox is missing
 */
export async function scriptedCalls(root: string, indices: readonly number[]): Promise<readonly ScriptedCall[]> {
  const version = runTool('espeak-ng', ['--version']).toString();
  const folder = join(root, '.cache/scripted-calls', contentKey(version, codeKey(root, CODE)));
  mkdirSync(folder, { recursive: true });
  const calls: ScriptedCall[] = [];
  for (const index of indices) {
    const script = callScript(index);
    const known = join(folder, `${script.id}.json`);
    if (!existsSync(known)) {
      const made = await makeCall(script, folder);
      // Written last and under another name first, so that an interrupted run leaves no partial call.
      writeFileSync(`${known}.part`, JSON.stringify(made));
      renameSync(`${known}.part`, known);
    }
    calls.push(JSON.parse(readFileSync(known, 'utf8')));
  }
  return calls;
}

async function makeCall(script: CallScript, folder: string): Promise<ScriptedCall> {
  const { id, voices, lines, gainTrusted } = script;
  const clips = lines.map((line) => speak(voices[line.role], line));
  const placements = schedule(
    lines.map(({ timing }, i) => ({ timing, seconds: clips[i]!.samples.length / SAMPLE_RATE_HZ })),
  );
  const spoken = lines.map((line, i) => ({ line, clip: clips[i]!, placement: placements[i]! }));
  const durationSeconds = rounded(Math.max(...placements.map(({ end }) => end)) + QUIET_SECONDS);
  const soundsOf = (role: Role): PlacedSound[] =>
    spoken
      .filter(({ line }) => line.role === role)
      .map(({ clip, placement }) => ({ start: placement.start, samples: clip.samples }));
  const callPath = join(folder, `${id}.wav`);
  await writeWave(
    callPath,
    roles.map((role, channel) =>
      heard(soundsOf(role), durationSeconds, script.rooms[role], 10 * script.seed + channel),
    ),
    SAMPLE_RATE_HZ,
  );
  const [normal, soft] = await Promise.all(
    readingPassages.map((passage, i) => makeEnrolment(passage, script, join(folder, `${id}-${passage.id}.wav`), 2 + i)),
  );
  const truth = assembleTruth(
    spoken,
    { agent: voices.agent.espeakVoice, customer: voices.customer.espeakVoice },
    normal!.rate,
  );
  return {
    id,
    durationSeconds,
    gainTrusted,
    callPath,
    normalPath: normal!.path,
    softPath: soft!.path,
    lines: truth.lines.map((line, i) => ({ ...line, extraSemitones: lines[i]!.extraSemitones ?? 0 })),
    usualRate: normal!.rate,
  };
}

async function makeEnrolment(
  passage: Pick<Line, 'text' | 'wpm' | 'effortDb'>,
  { voices, rooms, seed }: CallScript,
  path: string,
  channel: number,
): Promise<{ readonly path: string; readonly rate: number }> {
  const clip = speak(voices.agent satisfies Voice, passage);
  const seconds = clip.samples.length / SAMPLE_RATE_HZ + 2 * QUIET_SECONDS;
  const sound = heard([{ start: QUIET_SECONDS, samples: clip.samples }], seconds, rooms.agent, 10 * seed + channel);
  await writeWave(path, [sound], SAMPLE_RATE_HZ);
  return { path, rate: clip.syllables / totalSeconds(clip.segments) };
}

/**
 * Returns sounds as a microphone in the room hears them. All recordings of a channel share the room, but not its noise.
 */
function heard(sounds: readonly PlacedSound[], seconds: number, room: Room, seed: number): Float32Array {
  const draw = new Draw(seed);
  const dry = mixChannel(sounds, seconds, SAMPLE_RATE_HZ, seed);
  const channel = reverberated(dry, room.reverberationSeconds, room.directDb, draw);
  addTo(channel, colouredNoise(channel.length, draw), gainOf(room.noiseDbfs));
  return channel;
}
