import { BiquadPair, highPass, lowPass } from '../../core/audio/biquad.ts';
import { HOP_SAMPLES } from '../../core/stream/frameTime.ts';
import { activeSpeechLevelDbfs } from '../accuracy/conditions/activeSpeechLevel.ts';
import { throughTelephone } from '../accuracy/conditions/telephone.ts';
import { addTo, ambience, colouredNoise, filtered, gainOf, reverberated, roomTalk } from '../foreground/background.ts';
import type { Draw } from '../foreground/draw.ts';
import { atSpeed, type Voice } from '../foreground/voices.ts';

const SAMPLE_RATE_HZ = 16_000;

/** A clip as it might sound elsewhere, with the mapping of its times. */
export interface HeardClip {
  readonly samples: Float32Array;
  /** Time in the clip = `speed` · (time here − `startSeconds`). */
  readonly speed: number;
  readonly startSeconds: number;
}

/**
 * Returns a clip faster or slower, coloured, in a room that echoes, hums or talks, at any level, half of the time over
 * a telephone, all drawn at random from wide ranges, because nothing about it is known beforehand.
 */
export function heardElsewhere(clip: Float32Array, others: readonly Voice[], draw: Draw): HeardClip {
  const speed = draw.chance(0.7) ? draw.between(0.75, 1.33) : 1;
  const startSeconds = draw.between(0, 0.8);
  const speech = new Uint8Array(Math.floor(clip.length / HOP_SAMPLES));
  const voice = atSpeed({ samples: clip, speech }, speed).samples;
  const start = Math.round(startSeconds * SAMPLE_RATE_HZ);
  let samples: Float32Array = new Float32Array(
    start + voice.length + Math.floor(draw.between(0.1, 0.8) * SAMPLE_RATE_HZ),
  );
  samples.set(voice, start);
  if (draw.chance(0.6)) colour(samples, draw);
  if (draw.chance(0.25)) samples = reverberated(samples, draw.between(0.15, 0.6), draw.between(0, 12), draw);
  samples = levelled(samples);
  addTo(samples, colouredNoise(samples.length, draw), gainOf(-draw.between(35, 75)));
  addRoom(samples, others, draw);
  const gain = gainOf(draw.between(-38, -16));
  samples = samples.map((sample) => Math.max(-1, Math.min(1, gain * sample)));
  return { samples: draw.chance(0.5) ? throughTelephone(samples) : samples, speed, startSeconds };
}

/** Raises or lowers the sound above or below some frequency. */
function colour(samples: Float32Array, draw: Draw): void {
  const shape = draw.oneOf([highPass, lowPass]);
  const part = filtered(samples, new BiquadPair(shape(draw.between(200, 3000), SAMPLE_RATE_HZ)));
  addTo(samples, part, draw.between(-0.7, 1.5));
}

function levelled(samples: Float32Array): Float32Array {
  const gain = gainOf(-(activeSpeechLevelDbfs(samples, SAMPLE_RATE_HZ) ?? 0));
  return samples.map((sample) => sample * gain);
}

function addRoom(samples: Float32Array, others: readonly Voice[], draw: Draw): void {
  const setting = draw.uniform();
  if (setting < 0.35) return;
  if (setting < 0.55) addTo(samples, ambience(samples.length, draw), gainOf(-draw.between(5, 28)));
  else if (setting < 0.9) addTo(samples, roomTalk(samples.length, 8, others, draw), gainOf(-draw.between(8, 25)));
  else addTo(samples, roomTalk(samples.length, 3, others, draw), gainOf(-draw.between(13, 25)));
}
