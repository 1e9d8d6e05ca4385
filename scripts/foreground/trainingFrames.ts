import { FOREGROUND_FEATURE_COUNT, ForegroundFeatures } from '../../core/activity/speechActivity/foregroundFeatures.ts';
import type { Draw } from './draw.ts';
import { type HeardCall, partOf } from './heardCall.ts';

/** Neighbouring frames are nearly the same, so one frame in this many is used for training. */
export const ROW_FRAMES = 4;

/** Within 30 ms of the start or end of speech, the labels themselves are uncertain. */
const BOUNDARY_FRAMES = 3;
const BOUNDARY_WEIGHT = 0.7;
/** Weight of short clips: they are few hours, but as important as long calls. */
const SHORT_WEIGHT = 6;
const SHARED_WEIGHT = 2;
/** Weight of the most important case: a single talker at the microphone, others in the room. */
const ROOM_WEIGHT = 1.3;
/** If nobody else talks, missing speech is worse than hearing it for too long; in a room it is the other way round. */
const SPEECH_WEIGHT_ALONE = 1.6;
const SILENCE_WEIGHT_IN_ROOM = 1.3;

/** Parts of every call that are also training calls of their own: the most important decisions are made early. */
const PARTS = 3;
const PART_WEIGHT = 1.5;
const SHORTEST_PART_FRAMES = 500;
const LONGEST_PART_FRAMES = 3500;

/** The training data of one call, a row for every fourth frame: features, labels and weights. */
export interface TrainingFrames {
  readonly features: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** Returns a call and, if it is long, parts of it. */
export function trainingFrames(call: HeardCall, draw: Draw): readonly TrainingFrames[] {
  const weight = callWeight(call);
  if (call.short) return [framesOf(call, weight)];
  const parts = Array.from({ length: PARTS }, () => {
    const frames = Math.floor(draw.between(SHORTEST_PART_FRAMES, LONGEST_PART_FRAMES));
    return partOf(call, draw.integer(Math.max(1, call.speech.length - frames)), frames);
  });
  return [framesOf(call, weight), ...parts.map((part) => framesOf(part, weight * PART_WEIGHT))];
}

function callWeight({ short, shared, roomTalks }: HeardCall): number {
  if (shared) return short ? SHORT_WEIGHT * SHARED_WEIGHT : SHARED_WEIGHT;
  if (short) return SHORT_WEIGHT;
  return roomTalks ? ROOM_WEIGHT : 1;
}

function framesOf(call: HeardCall, weight: number): TrainingFrames {
  const { powers, probabilities } = call;
  const extractor = new ForegroundFeatures();
  const rows = Math.ceil(powers.length / ROW_FRAMES);
  const features = new Float32Array(rows * FOREGROUND_FEATURE_COUNT);
  const values = new Float64Array(FOREGROUND_FEATURE_COUNT);
  powers.forEach((power, frame) => {
    extractor.next(power, probabilities[frame]!, values);
    if (frame % ROW_FRAMES === 0) features.set(values, (frame / ROW_FRAMES) * FOREGROUND_FEATURE_COUNT);
  });
  const frames = Array.from({ length: rows }, (_, row) => row * ROW_FRAMES);
  return {
    features,
    labels: Uint8Array.from(frames, (frame) => call.speech[frame]!),
    weights: Float32Array.from(frames, (frame) => weight * frameWeight(call, frame)),
  };
}

function frameWeight({ speech, roomTalks }: HeardCall, frame: number): number {
  const before = speech[Math.max(0, frame - BOUNDARY_FRAMES)];
  const after = speech[Math.min(speech.length - 1, frame + BOUNDARY_FRAMES)];
  const nearBoundary = before === after ? 1 : BOUNDARY_WEIGHT;
  if (roomTalks) return nearBoundary * (speech[frame] === 0 ? SILENCE_WEIGHT_IN_ROOM : 1);
  return nearBoundary * (speech[frame] === 1 ? SPEECH_WEIGHT_ALONE : 1);
}
