import { SpeechActivity } from '../../../core/activity/speechActivity/speechActivity.ts';
import { type SpeechDetector, spansOf } from './detectorTool.ts';
import type { SpeechProbabilities } from './speechProbabilities.ts';

const WINDOW_SECONDS = 512 / 16_000;
const HOP_SECONDS = 0.01;
const SPEECH_PROBABILITY = 0.5;

/** Silero VAD v6 with its default threshold. */
export function sileroDetector(speech: SpeechProbabilities): SpeechDetector {
  return async (samples, soundKey) => {
    const probabilities = await speech.of(samples, soundKey);
    return spansOf(
      Array.from(probabilities, (probability) => probability >= SPEECH_PROBABILITY),
      WINDOW_SECONDS,
    );
  };
}

/** Our own speech activity's immediate decision, without look-ahead, which the floor light and the cues use. */
export function liveDetector(speech: SpeechProbabilities): SpeechDetector {
  return async (samples, soundKey) => {
    const activity = new SpeechActivity();
    const frames = [...activity.push(samples, await speech.of(samples, soundKey)), ...activity.flush()];
    return spansOf(
      frames.map(({ speakingNow }) => speakingNow),
      HOP_SECONDS,
    );
  };
}
