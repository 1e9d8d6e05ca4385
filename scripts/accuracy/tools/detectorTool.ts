import type { Span } from '../../../core/model/callReport.ts';
import { readChannels } from '../audio/readChannels.ts';
import { totalSeconds } from '../scoring/speechFrames.ts';
import type { Tool } from './tool.ts';

/** Finds speech in one channel at 16 kHz. The key identifies the samples. */
export type SpeechDetector = (samples: Float32Array, soundKey: string) => Promise<readonly Span[]> | readonly Span[];

/** Returns a tool that only distinguishes speech from silence, one channel at a time. */
export function detectorTool(name: string, version: string, detect: SpeechDetector): Tool {
  return {
    name,
    version,
    batchSize: 1,
    estimate: (tasks) =>
      Promise.all(
        tasks.map(async ({ clip, audio }) => {
          const channels = await readChannels(audio.path);
          const roles = clip.channels === 1 ? (['agent'] as const) : clip.channels_are;
          const parties = [];
          for (const [i, role] of roles.entries()) {
            const speech = await detect(channels[i]!, `${audio.key} ${i}`);
            const speechSeconds = totalSeconds(speech);
            parties.push({ role, syllableCount: undefined, speech, speechSeconds, f0MedianHz: undefined });
          }
          return { parties, turns: [], overlaps: undefined };
        }),
      ),
  };
}

/** Converts decisions for frames of equal length into spans. */
export function spansOf(decisions: Iterable<boolean>, frameSeconds: number): Span[] {
  const spans: Span[] = [];
  let index = 0;
  let open: Span | undefined;
  for (const speech of decisions) {
    const end = (index + 1) * frameSeconds;
    if (!speech) open = undefined;
    else if (open) open[1] = end;
    else {
      open = [index * frameSeconds, end];
      spans.push(open);
    }
    index += 1;
  }
  return spans;
}
