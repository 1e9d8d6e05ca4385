import { describe, expect, it } from 'vitest';
import { easyPace } from '../../../../../../core/model/targets.ts';
import { paceBands, paceReading, paceScale } from '../../../../../../renderer/features/live/readings/pace.ts';
import {
  gaugeReason,
  softnessBands,
  softnessReading,
  softnessScale,
} from '../../../../../../renderer/features/live/readings/softness.ts';

const wordOf = (reading: ReturnType<typeof softnessReading>) => ('word' in reading ? reading.word : undefined);

describe('the softness gauge', () => {
  it.each([
    [-12, 'Too quiet'],
    [-10, 'Soft'],
    [0, 'Soft'],
    [2, 'Soft'],
    [3, 'A little loud'],
    [4.1, 'Loud'],
  ])('calls %d dB relative to the baseline "%s"', (effortDb, word) => {
    expect(wordOf(softnessReading(effortDb))).toBe(word);
  });

  it('covers its whole scale with bands that meet', () => {
    expect(softnessBands[0]?.from).toBe(softnessScale.low);
    expect(softnessBands.at(-1)?.to).toBe(softnessScale.high);
    softnessBands.slice(1).forEach((band, index) => {
      expect(band.from).toBe(softnessBands[index]?.to);
    });
  });

  it('turns to caution where the cue may appear', () => {
    expect(softnessReading(4.5)).toMatchObject({ tone: 'caution', detail: '+5 dB vs. your usual' });
  });
});

describe('an empty gauge', () => {
  it('counts down while the voice is learned', () => {
    expect(gaugeReason('none', null, 7.6)).toBe('learning your voice… 13 s');
  });

  it('does not count if the page joined during the call', () => {
    expect(gaugeReason('none', null, undefined)).toBe('learning your voice…');
  });

  it('names a problem of the signal before anything else', () => {
    expect(gaugeReason('none', 'noisy', 3)).toBe('too much background noise');
    expect(gaugeReason('personal', 'muted', undefined)).toBe('No sound: muted or blocked?');
  });

  it('waits for speech once there is a baseline', () => {
    expect(gaugeReason('personal', null, 0)).toBe('when you speak');
  });
});

describe('the pace gauge', () => {
  it('is relative to the speaker’s own rate', () => {
    const easy = easyPace(4);
    expect(wordOf(paceReading(4.5, easy))).toBe('Fast');
    expect(wordOf(paceReading(4.3, easy))).toBe('Easy');
    expect(wordOf(paceReading(2.9, easy))).toBe('Slow');
  });

  it('shows words a minute only as about', () => {
    expect(paceReading(4.2, easyPace(null))).toMatchObject({ detail: '175 words/min' });
  });

  it('keeps the target in the middle of the dial for any voice', () => {
    for (const baselineRate of [3, 4.4, 6]) {
      const easy = easyPace(baselineRate);
      const { low, high } = paceScale(easy);
      expect((low + high) / 2).toBeCloseTo((easy.low + easy.high) / 2);
      expect(paceBands(easy)[1]).toEqual({ from: easy.low, to: easy.high, tone: 'target' });
    }
  });
});
