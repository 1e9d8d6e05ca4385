import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SPEECH_DELAY_FRAMES,
  SpeechActivity,
  type SpeechFrame,
} from '../../../../../core/activity/speechActivity/speechActivity.ts';
import { amplitudeOfDb, concat, mix, silence, syllableTrain, whiteNoise } from '../../../../support/signals.ts';

const WINDOW = 512;
const noise = (seconds: number) => whiteNoise(seconds, amplitudeOfDb(-70));
const talk = (seconds: number, levelDb = 0) =>
  syllableTrain({ count: seconds * 4, perSecond: 4, amplitude: 0.3 * amplitudeOfDb(levelDb) });

/** One probability for each complete window of a signal of the given length, by the time of its middle. */
function probabilities(seconds: number, at: (seconds: number) => number): Float32Array {
  return new Float32Array(Math.floor((seconds * 16_000) / WINDOW)).map((_, k) => at(((k + 0.5) * WINDOW) / 16_000));
}

function judge(samples: Float32Array, windows: Float32Array) {
  const activity = new SpeechActivity();
  const frames = [...activity.push(samples, windows), ...activity.flush()];
  const decisions = [...frames.flatMap(({ decided }) => decided ?? []), ...activity.rest()];
  return { frames, decisions };
}

/** Share of the frames between two times whose flag is set. */
function share(flags: readonly boolean[], from: number, to: number): number {
  const part = flags.slice(Math.round(from * 100), Math.round(to * 100));
  return part.filter(Boolean).length / part.length;
}

const speakingNow = (frames: readonly SpeechFrame[]) => frames.map((frame) => frame.speakingNow);

describe('SpeechActivity', () => {
  it('detects a voice in a quiet room, both live and finally', () => {
    const samples = mix(concat(silence(2), talk(3), silence(2)), noise(7));
    const { frames, decisions } = judge(
      samples,
      probabilities(7, (t) => (t > 2 && t < 5 ? 0.97 : 0.01)),
    );
    for (const flags of [speakingNow(frames), decisions.map(({ speech }) => speech)]) {
      expect(share(flags, 2.1, 4.9)).toBe(1);
      expect(share(flags, 0, 1.9)).toBe(0);
      expect(share(flags, 5.3, 7)).toBe(0);
    }
  });

  it('detects nobody if the model detects no speech, at any level', () => {
    const { frames } = judge(
      whiteNoise(5, 0.5),
      probabilities(5, () => 0.02),
    );
    expect(speakingNow(frames)).not.toContain(true);
    expect(frames.some((frame) => frame.mayBeSpeech)).toBe(false);
  });

  it('decides the same at any gain', () => {
    const samples = mix(concat(silence(2), talk(3), silence(2), talk(2)), noise(9));
    const windows = probabilities(9, (t) => ((t > 2 && t < 5) || t > 7 ? 0.9 : 0.05));
    const loud = judge(samples, windows).decisions;
    const soft = judge(
      samples.map((sample) => sample * amplitudeOfDb(-10)),
      windows,
    ).decisions;
    const differing = loud.filter(({ speech }, i) => soft[i]!.speech !== speech);
    expect(differing.length).toBeLessThan(5);
  });

  it('decides every frame once, in order, the promised number of frames late', () => {
    const { frames, decisions } = judge(
      talk(2),
      probabilities(2, () => 0.9),
    );
    expect(frames.map(({ index }) => index)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(decisions.map(({ index }) => index)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    for (const { index, decided } of frames) {
      expect(decided?.index).toBe(index < SPEECH_DELAY_FRAMES ? undefined : index - SPEECH_DELAY_FRAMES);
    }
  });

  it('returns the same frames for any chunking of samples and probabilities', () => {
    const samples = mix(concat(silence(0.4), talk(1), silence(0.3)), noise(1.7));
    const windows = probabilities(1.7, (t) => (t > 0.4 && t < 1.4 ? 0.9 : 0.1));
    const expected = judge(samples, windows);
    const pieces = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 5 }), (lengths, lag) => {
        const activity = new SpeechActivity();
        const frames: SpeechFrame[] = [];
        for (let at = 0, window = 0, i = 0; at < samples.length; i += 1) {
          const end = at + Math.max(1, lengths[i % lengths.length]!);
          const known = Math.max(window, Math.min(windows.length, Math.floor(end / WINDOW) - lag));
          frames.push(...activity.push(samples.subarray(at, end), windows.subarray(window, known)));
          at = end;
          window = known;
          if (at >= samples.length) frames.push(...activity.push(new Float32Array(), windows.subarray(window)));
        }
        frames.push(...activity.flush());
        expect(frames).toEqual(expected.frames);
        expect([...frames.flatMap(({ decided }) => decided ?? []), ...activity.rest()]).toEqual(expected.decisions);
      }),
      { numRuns: 30 },
    );
  });

  it('returns no frame for less than 10 ms', () => {
    expect(judge(new Float32Array(159), new Float32Array())).toEqual({ frames: [], decisions: [] });
  });
});
