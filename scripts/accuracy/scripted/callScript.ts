import type { Role } from '../../../core/model/role.ts';
import type { Line, Voice } from '../../../samples/story.ts';
import { Draw } from '../../foreground/draw.ts';
import { type Scene, SceneWriter } from './scenes.ts';

/** The room and the line of a channel. */
export interface Room {
  /** Time until the reverberation has fallen by 60 dB. */
  readonly reverberationSeconds: number;
  /** Level of the direct sound above that of the reverberation. */
  readonly directDb: number;
  /** Level of the noise, before the gain. */
  readonly noiseDbfs: number;
}

/** The script of a call. */
export interface CallScript {
  readonly id: string;
  readonly seed: number;
  readonly lines: readonly Line[];
  readonly voices: Readonly<Record<Role, Voice>>;
  readonly rooms: Readonly<Record<Role, Room>>;
  /** True if the agent's gain is trusted: the device of the baseline, without gain control. */
  readonly gainTrusted: boolean;
}

const AGENT_VOICES = ['en+f3', 'en-us+m1', 'en-gb-x-rp+f1', 'en+m2', 'en-gb-scotland+f4', 'en-us+f2'];
const CUSTOMER_VOICES = [
  'en-us+m7',
  'en-gb-scotland+f4',
  'en-gb-x-rp+m4',
  'en+f5',
  'en-029+m5',
  'en-us+f2',
  'en-gb-x-gbclan+m1',
];

/** The calls take turns in subject, so that every cue has occasions and every call has stretches without any. */
const SUBJECTS: readonly ((write: SceneWriter, draw: Draw) => readonly Scene[])[] = [talkingOver, effort, rate, wave];

/** Writes the script of a call. @param index 0, 1, …: every call has its own seed, voices and rooms */
export function callScript(index: number): CallScript {
  const seed = 1000 + index;
  const draw = new Draw(seed);
  const subject = SUBJECTS[index % SUBJECTS.length]!;
  const round = Math.floor(index / SUBJECTS.length);
  const room = (): Room => ({
    reverberationSeconds: draw.between(0.15, 0.4),
    directDb: draw.between(8, 14),
    noiseDbfs: draw.between(-80, -66),
  });
  const agentVoice = AGENT_VOICES[(index + round) % AGENT_VOICES.length]!;
  const others = CUSTOMER_VOICES.filter((voice) => voice !== agentVoice);
  return {
    id: `call-${String(index + 1).padStart(2, '0')}`,
    seed,
    voices: {
      agent: { espeakVoice: agentVoice, levelDbfs: draw.between(-30, -24) },
      customer: { espeakVoice: others[(2 * index + round) % others.length]!, levelDbfs: draw.between(-32, -24) },
    },
    rooms: { agent: room(), customer: room() },
    gainTrusted: draw.chance(0.5),
    lines: subject(new SceneWriter(draw), draw).flat(),
  };
}

function talkingOver(write: SceneWriter, draw: Draw): readonly Scene[] {
  return [
    write.opening(),
    write.listening(),
    write.interruption(),
    write.phase('usual', 2),
    write.interruption('soft'),
    write.listening(),
    write.silence(draw.between(7, 9)),
    write.callerInterrupts(),
    write.interruption(),
    write.silence(draw.between(4, 5.2)),
    write.terminalOverlap(),
    write.interruption('raised'),
    write.phase('raised', 2),
    write.phase('soft', 2),
    write.interruption(),
    write.listening(),
    write.silence(draw.between(7, 9)),
  ];
}

function effort(write: SceneWriter, draw: Draw): readonly Scene[] {
  return [
    write.opening(),
    write.phase('usual', 2),
    write.phase('raised', 4),
    write.phase('usual', 3),
    write.listening(),
    write.phase('faint', 2),
    write.phase('usual', 2),
    write.interruption(),
    write.phase('high', 4),
    write.phase('soft', 3),
    write.silence(draw.between(7, 9)),
    write.phase('raised', 2),
    write.phase('usual', 2),
    write.phase('faint', 3),
    write.phase('soft', 1),
  ];
}

function rate(write: SceneWriter, draw: Draw): readonly Scene[] {
  return [
    write.opening(),
    write.phase('usual', 2),
    write.phase('fast', 6),
    write.phase('slow', 4),
    write.interruption(),
    write.silence(draw.between(4, 5.2)),
    write.phase('high', 4),
    write.phase('slow', 3),
    write.listening(),
    write.phase('fast', 6),
    write.phase('slow', 3),
    write.silence(draw.between(7, 9)),
    write.callerInterrupts(),
  ];
}

function wave(write: SceneWriter, draw: Draw): readonly Scene[] {
  return [
    write.opening(),
    write.callerEfforts([0, 0, 0, 0.5, 0]),
    write.listening(),
    write.callerEfforts([4, 9, 9, 9]),
    write.callerEfforts([2, 0, -1, 0, -1]),
    write.silence(draw.between(7, 9)),
    write.callerEfforts([5, 9, 10, 9]),
    write.callerEfforts([1, 0, -1, -1]),
    write.interruption(),
  ];
}
