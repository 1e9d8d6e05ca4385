import { BandPower } from '../../core/activity/speechActivity/bandPower.ts';
import { FOREGROUND_FEATURE_COUNT, ForegroundFeatures } from '../../core/activity/speechActivity/foregroundFeatures.ts';
import type { SimulatedCall } from './simulateCall.ts';
import { FRAME_SAMPLES } from './speechLabels.ts';

const SAMPLE_RATE_HZ = 16_000;
const WINDOW_SAMPLES = 512;

/** Where speech begins or ends within 30 ms, the labels themselves are not sure. */
const BOUNDARY_FRAMES = 3;
const BOUNDARY_WEIGHT = 0.35;
/** Short clips are few hours, and as important as long calls. */
const SHORT_WEIGHT = 4;
const SHARED_WEIGHT = 1.8;
/** Before anyone can know the room, mistaking it for a talker is forgiven. */
const EARLY_FRAMES = 800;
const EARLY_WEIGHT = 0.5;

/** What is learnt from one call: features frame after frame, labels, and how much each frame counts. */
export interface TrainingFrames {
  readonly features: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export function trainingFrames(call: SimulatedCall, probabilities: Float32Array): TrainingFrames {
  const powers = new BandPower(SAMPLE_RATE_HZ, FRAME_SAMPLES).push(call.samples);
  const extractor = new ForegroundFeatures();
  const features = new Float32Array(powers.length * FOREGROUND_FEATURE_COUNT);
  powers.forEach((power, frame) => {
    const window = Math.floor(((frame + 0.5) * FRAME_SAMPLES) / WINDOW_SAMPLES);
    const probability = probabilities[Math.min(window, probabilities.length - 1)] ?? 0;
    features.set(extractor.next(power, probability), frame * FOREGROUND_FEATURE_COUNT);
  });
  return { features, labels: call.speech, weights: weightsOf(call) };
}

function weightsOf({ speech, short, shared, roomTalks }: SimulatedCall): Float32Array {
  const callWeight = (short ? SHORT_WEIGHT : 1) * (shared ? SHARED_WEIGHT : 1);
  return Float32Array.from(speech, (label, frame) => {
    const early = roomTalks && label === 0 && frame < EARLY_FRAMES;
    const nearBoundary =
      (speech[Math.max(0, frame - BOUNDARY_FRAMES)] ?? label) !== (speech[frame + BOUNDARY_FRAMES] ?? label);
    return callWeight * (early ? EARLY_WEIGHT : 1) * (nearBoundary ? BOUNDARY_WEIGHT : 1);
  });
}
