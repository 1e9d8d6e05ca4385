import { BiquadPair, highPass, lowPass } from '../../core/audio/biquad.ts';
import { roomOfTalkers } from '../accuracy/conditions/roomTalkers.ts';
import type { Draw } from './draw.ts';
import { atSpeed, type Utterance, type Voice } from './voices.ts';

const SAMPLE_RATE_HZ = 16_000;

export function gainOf(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** Returns the samples scaled to a root mean square of 1. */
export function normalised(samples: Float32Array): Float32Array {
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) || 1;
  return samples.map((sample) => sample / level);
}

/** Adds gain · `added` to `target`, in place. */
export function addTo(target: Float32Array, added: Float32Array, gain: number): void {
  for (let i = 0; i < target.length; i += 1) target[i]! += gain * added[i]!;
}

export function filtered(samples: Float32Array, ...filters: readonly BiquadPair[]): Float32Array {
  const block = Float64Array.from(samples);
  for (const filter of filters) filter.filter(block);
  return Float32Array.from(block);
}

/**
 * Returns white, pink or brown noise of level 1: white noise through none, some or one of these first-order filters.
 */
const NOISE_COLOURS: readonly (readonly { readonly memory: number; readonly gain: number }[])[] = [
  [{ memory: 0, gain: 1 }],
  // P. Kellet's approximation of 1/f.
  [
    { memory: 0.997_65, gain: 0.099_046 },
    { memory: 0.963, gain: 0.296_516_4 },
    { memory: 0.57, gain: 1.052_691_3 },
    { memory: 0, gain: 0.1848 },
  ],
  [{ memory: 0.985, gain: 1 }],
];

export function colouredNoise(length: number, draw: Draw): Float32Array {
  const smoothings = draw.oneOf(NOISE_COLOURS).map((smoothing) => ({ ...smoothing, value: 0 }));
  const noise = new Float32Array(length);
  for (let i = 0; i < length; i += 1) {
    const white = draw.uniform() + draw.uniform() + draw.uniform() - 1.5;
    for (const smoothing of smoothings) {
      smoothing.value = smoothing.memory * smoothing.value + smoothing.gain * white;
      noise[i]! += smoothing.value;
    }
  }
  return normalised(noise);
}

/** Returns the noise of a place, of level 1: coloured, and at random limited to a band, swelling or with tones. */
export function ambience(length: number, draw: Draw): Float32Array {
  let noise = colouredNoise(length, draw);
  if (draw.chance(0.4)) {
    const centreHz = draw.between(200, 3000);
    noise = normalised(
      filtered(
        noise,
        new BiquadPair(highPass(centreHz * 0.7, SAMPLE_RATE_HZ)),
        new BiquadPair(lowPass(centreHz * 1.4, SAMPLE_RATE_HZ)),
      ),
    );
  }
  if (draw.chance(0.5)) swell(noise, draw);
  if (draw.chance(0.35)) for (let tones = 1 + draw.integer(5); tones > 0; tones -= 1) addMelody(noise, draw);
  return normalised(noise);
}

function swell(noise: Float32Array, draw: Draw): void {
  const deviationDb = draw.between(2, 7);
  const seconds = draw.between(0.02, 0.5);
  let target = 0;
  let level = 0;
  let left = 0;
  for (let i = 0; i < noise.length; i += 1, left -= 1) {
    if (left <= 0) {
      target = draw.normal(deviationDb);
      left = draw.between(0.02, 2 * seconds + 0.1) * SAMPLE_RATE_HZ;
    }
    level += (target - level) / (0.3 * seconds * SAMPLE_RATE_HZ);
    noise[i]! *= gainOf(level);
  }
}

function addMelody(noise: Float32Array, draw: Draw): void {
  const gain = draw.between(0.1, 0.6);
  let frequencyHz = 0;
  let target = 0;
  let envelope = 0;
  let phase = 0;
  let left = 0;
  for (let i = 0; i < noise.length; i += 1, left -= 1) {
    if (left <= 0) {
      frequencyHz = draw.between(100, 1500);
      target = draw.chance(0.6) ? gain : 0;
      left = draw.between(0.1, 0.8) * SAMPLE_RATE_HZ;
    }
    envelope += (target - envelope) * 0.003;
    phase += (2 * Math.PI * frequencyHz) / SAMPLE_RATE_HZ;
    noise[i]! += envelope * (Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.2 * Math.sin(3 * phase));
  }
}

/** Returns other people in the room, of level 1: near or far, talking continuously or now and then. */
export function roomTalk(length: number, count: number, voices: readonly Voice[], draw: Draw): Float32Array {
  const talkers = voices.map(({ name, utterances }) => ({ name, clips: utterances.map(({ samples }) => samples) }));
  if (draw.chance(0.5)) return normalised(roomOfTalkers(talkers, count, length, draw.uniform));
  const longestPause = count <= 2 ? 5 : count <= 4 ? 3 : 1.5;
  const room = new Float32Array(length);
  for (let talker = 0; talker < count; talker += 1) {
    const utterances = [0, 1, 2, 3].flatMap(() => draw.oneOf(voices).utterances);
    let voice = talkingNowAndThen(length, utterances, longestPause, draw);
    if (draw.chance(0.6)) voice = reverberated(voice, draw.between(0.2, 0.8), draw.between(-6, 10), draw);
    if (draw.chance(0.35)) voice = filtered(voice, new BiquadPair(lowPass(draw.between(1500, 5000), SAMPLE_RATE_HZ)));
    addTo(room, voice, gainOf(draw.normal(3)));
  }
  return normalised(room);
}

/** Treats the utterances of a few people as those of one, which makes more voices out of the available ones. */
function talkingNowAndThen(
  length: number,
  utterances: readonly Utterance[],
  longestPause: number,
  draw: Draw,
): Float32Array {
  const voice = new Float32Array(length);
  const speed = draw.between(0.85, 1.18);
  let at = Math.floor(draw.between(-4, longestPause) * SAMPLE_RATE_HZ);
  while (at < length) {
    const { samples } = atSpeed(draw.oneOf(utterances), speed);
    const skipped = Math.min(samples.length, Math.max(0, -at));
    const to = Math.min(samples.length, length - at);
    if (to > skipped) voice.set(samples.subarray(skipped, to), at + skipped);
    at += samples.length + Math.floor(draw.between(0, longestPause) * SAMPLE_RATE_HZ);
  }
  return voice;
}

/**
 * Adds the reverberation of a random room: five damped combs and two all-passes (Schroeder 1962).
 *
 * @param seconds time until the reverberation has fallen by 60 dB
 * @param directDb level of the direct sound above that of the reverberation
 */
export function reverberated(dry: Float32Array, seconds: number, directDb: number, draw: Draw): Float32Array {
  const tail = new Float32Array(dry.length);
  for (let comb = 0; comb < 5; comb += 1) {
    const ring = new Float32Array(350 + draw.integer(700));
    const feedback = 10 ** ((-3 * ring.length) / SAMPLE_RATE_HZ / seconds);
    let damped = 0;
    for (let i = 0, slot = 0; i < dry.length; i += 1, slot = (slot + 1) % ring.length) {
      damped = 0.7 * ring[slot]! + 0.3 * damped;
      tail[i]! += ring[slot]!;
      ring[slot] = dry[i]! + feedback * damped;
    }
  }
  for (let allPass = 0; allPass < 2; allPass += 1) {
    const ring = new Float32Array(60 + draw.integer(160));
    for (let i = 0, slot = 0; i < dry.length; i += 1, slot = (slot + 1) % ring.length) {
      const fedBack = tail[i]! + 0.6 * ring[slot]!;
      tail[i] = ring[slot]! - 0.6 * fedBack;
      ring[slot] = fedBack;
    }
  }
  const level = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0)) || 1;
  const wet = dry.slice();
  addTo(wet, tail, (gainOf(-directDb) * level(dry)) / level(tail));
  return wet;
}
