import { BiquadPair, highPass } from '../../core/audio/biquad.ts';
import { HOP_SAMPLES } from '../../core/stream/frameTime.ts';
import { throughTelephone } from '../accuracy/conditions/telephone.ts';
import { addTo, ambience, colouredNoise, filtered, gainOf, reverberated, roomTalk } from './background.ts';
import type { Draw } from './draw.ts';
import { withoutShortRuns } from './speechLabels.ts';
import { activeLevel, atSpeed, type Utterance, type Voice } from './voices.ts';

const SAMPLE_RATE_HZ = 16_000;
const BRIDGED_FRAMES = 20;
/** Numbers of talkers in a room, each repeated by its frequency. */
const CROWDS = [1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 8, 8, 8, 10, 12];

/** One channel of a simulated call and a label per 10 ms: 1 while somebody speaks at its microphone. */
export interface SimulatedCall {
  readonly samples: Float32Array;
  readonly speech: Uint8Array;
  /** True for a clip of some seconds: dense speech, nobody else in the room. */
  readonly short: boolean;
  /** True if several people share the microphone and all count. */
  readonly shared: boolean;
  /** True if other people talk in the room. */
  readonly roomTalks: boolean;
}

interface Speaker {
  readonly utterances: readonly Utterance[];
  /** Factor of speed and pitch. */
  readonly speed: number;
  readonly levelDb: number;
}

/**
 * Simulates a call of one to four minutes (a third of the results) or a short clip, in silence, in noise or with others
 * in the room. Levels, rooms, noises and lines are drawn at random from wide ranges, because no gain or room is known
 * beforehand.
 */
export function simulateCall(voices: readonly Voice[], draw: Draw): SimulatedCall {
  const short = draw.chance(0.65);
  const shared = draw.chance(short ? 0.3 : 0.2);
  const frames = Math.floor(100 * (short ? draw.between(3, 24) : draw.between(60, 260)));
  const voicesMeant = pickVoices(voices, shared ? 2 + draw.integer(3) : 1, draw);
  const speakers = voicesMeant.map((voice, index) => speakerOf(voice, index, shared && draw.chance(0.5), draw));
  const { samples, speech } = speak(speakers, frames, short, draw);

  const call = draw.chance(0.25)
    ? reverberated(samples, draw.between(0.15, 0.45), draw.between(3, 12), draw)
    : samples.slice();
  if (!draw.chance(0.12)) addTo(call, colouredNoise(call.length, draw), gainOf(-draw.between(35, 75)));
  // If several people share a microphone, it is undecidable which of two quiet voices counts.
  const crowded = draw.chance(shared ? 0 : short ? 0.3 : 0.6);
  const noisy = draw.chance(crowded ? 0.1 : short ? 0.65 : 0.5);
  if (noisy) addTo(call, ambience(call.length, draw), gainOf(-draw.between(short ? -2 : 0, 25)));
  const others = voices.filter((voice) => !voicesMeant.includes(voice));
  if (crowded) addRoomTalk(call, others, draw.oneOf(CROWDS), draw);
  const overheard = !(crowded || short || shared) && draw.chance(0.6);
  if (overheard) addRoomTalk(call, others, 1, draw);
  return {
    samples: throughLine(call, draw),
    speech: withoutShortRuns(speech, 0, BRIDGED_FRAMES),
    short,
    shared,
    roomTalks: crowded || overheard,
  };
}

function pickVoices(voices: readonly Voice[], count: number, draw: Draw): readonly Voice[] {
  const talkative = voices.filter(({ utterances }) => utterances.length >= 3);
  return Array.from({ length: count }, () => draw.oneOf(talkative));
}

/** @param far true if the talkers are far from the microphone, as most people who share one are */
function speakerOf({ utterances }: Voice, index: number, far: boolean, draw: Draw): Speaker {
  const seconds = draw.between(0.25, 0.8);
  const directDb = draw.between(-8, 6);
  return {
    utterances: far
      ? utterances.map(({ samples, speech }) => ({ samples: reverberated(samples, seconds, directDb, draw), speech }))
      : utterances,
    speed: draw.between(0.88, 1.15),
    levelDb: index === 0 ? 0 : draw.between(-14, 3),
  };
}

/** Returns turns of one to three utterances with the silences between them; the active level is 1. */
function speak(speakers: readonly Speaker[], frames: number, short: boolean, draw: Draw): Utterance {
  const samples = new Float32Array(frames * HOP_SAMPLES);
  const speech = new Uint8Array(frames);
  const shared = speakers.length > 1;
  const dense = short || shared || draw.chance(0.2);
  const listening = draw.between(1, 3);
  const unevenDb = draw.between(0, 3);
  const moody = draw.chance(0.5);
  let moodDb = 0;
  let moodEnds = 0;
  let at = Math.floor(firstSpeech(frames, short, draw));
  while (at < frames) {
    const speaker = draw.oneOf(speakers);
    if (moody && !shared && at > moodEnds) {
      moodDb = draw.chance(0.5) ? 0 : draw.between(-15, -2);
      moodEnds = at + draw.between(300, draw.chance(0.3) ? 8000 : 2500);
    }
    const gain = gainOf(speaker.levelDb + moodDb + draw.normal(unevenDb));
    for (let left = 1 + draw.integer(3); left > 0 && at < frames; left -= 1) {
      const utterance = spoken(draw.oneOf(speaker.utterances), speaker.speed, draw);
      place(samples, speech, utterance, at, gain);
      at += utterance.speech.length + Math.floor(draw.between(5, 90));
    }
    const step = shared ? secondsToNext(draw) : pauseSeconds(dense, listening, draw);
    at = Math.max(0, at + Math.floor(100 * step));
  }
  const gain = 1 / activeLevel(samples, speech);
  return { samples: samples.map((sample) => sample * gain), speech };
}

/** Returns the frame of the first speech: the room is audible before anyone speaks. */
function firstSpeech(frames: number, short: boolean, draw: Draw): number {
  if (short) return draw.chance(0.75) ? draw.between(0, 60) : draw.between(0, 0.9 * frames);
  return draw.chance(0.5) ? draw.between(0, 300) : draw.between(300, 1500);
}

/**
 * Returns the time from one talker's end to the next one's start in a conversation, which is often zero or negative.
 */
function secondsToNext(draw: Draw): number {
  if (draw.chance(0.4)) return -draw.between(0.2, 1.5);
  return draw.between(0, draw.chance(0.5) ? 0.4 : 2);
}

function pauseSeconds(dense: boolean, listening: number, draw: Draw): number {
  if (dense) return draw.between(0, 2);
  return draw.chance(0.7) ? draw.between(0.5, 6) : listening * draw.between(4, 14);
}

/** Returns an utterance, perhaps a truncated one. */
function spoken({ samples, speech }: Utterance, speed: number, draw: Draw): Utterance {
  const frames = draw.chance(0.4) ? Math.max(Math.min(30, speech.length), draw.integer(speech.length)) : speech.length;
  return atSpeed({ samples: samples.subarray(0, frames * HOP_SAMPLES), speech: speech.subarray(0, frames) }, speed);
}

function place(samples: Float32Array, speech: Uint8Array, utterance: Utterance, at: number, gain: number): void {
  const frames = Math.min(utterance.speech.length, speech.length - at);
  for (let i = 0; i < frames; i += 1) if (utterance.speech[i] === 1) speech[at + i] = 1;
  for (let i = 0; i < frames * HOP_SAMPLES; i += 1) samples[at * HOP_SAMPLES + i]! += gain * utterance.samples[i]!;
}

function addRoomTalk(call: Float32Array, others: readonly Voice[], count: number, draw: Draw): void {
  // One or two voices as loud as the talker's might just as well count as talkers.
  const snrDb = count === 1 ? draw.between(15, 30) : count <= 3 ? draw.between(8, 25) : draw.between(2, 25);
  const room = roomTalk(call.length, count, others, draw);
  if (draw.chance(0.25)) {
    const change = Math.floor(draw.uniform() * call.length);
    if (draw.chance(0.5)) room.fill(0, 0, change);
    else room.fill(0, change);
  }
  addTo(call, room, gainOf(-snrDb));
}

/** Applies a level and, half of the time, a telephone. */
function throughLine(call: Float32Array, draw: Draw): Float32Array {
  const gain = gainOf(draw.between(-38, -16));
  const limited = call.map((sample) => Math.max(-1, Math.min(1, gain * sample)));
  if (draw.chance(0.4)) return throughTelephone(limited);
  return draw.chance(0.3)
    ? filtered(limited, new BiquadPair(highPass(draw.between(60, 200), SAMPLE_RATE_HZ)))
    : limited;
}
