import { describe, expect, it } from 'vitest';
import {
  paceBands,
  paceLimits,
  paceReading,
  paceScale,
} from '../../../../../../renderer/features/live/readings/pace.ts';
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
    [-8, 'Very soft'],
    [-6, 'Soft'],
    [0, 'Soft'],
    [2, 'Fine'],
    [3, 'A little loud'],
    [4.1, 'Loud'],
  ])('calls %d dB against the baseline "%s"', (effortDb, word) => {
    expect(wordOf(softnessReading(effortDb))).toBe(word);
  });

  it('covers its whole scale with bands that meet', () => {
    expect(softnessBands[0]?.from).toBe(softnessScale.low);
    expect(softnessBands.at(-1)?.to).toBe(softnessScale.high);
    softnessBands.slice(1).forEach((band, index) => {
      expect(band.from).toBe(softnessBands[index]?.to);
    });
  });

  it('turns to caution where the cue may come', () => {
    expect(softnessReading(4.5)).toMatchObject({ tone: 'caution', detail: '+5 dB from your usual' });
  });
});

describe('an empty gauge', () => {
  it('counts down while the voice is learned', () => {
    expect(gaugeReason('none', null, 7.6)).toBe('learning your voice… 13 s');
  });

  it('does not count where the page joined in mid-call', () => {
    expect(gaugeReason('none', null, undefined)).toBe('learning your voice…');
  });

  it('names what is wrong with the signal before anything else', () => {
    expect(gaugeReason('none', 'noisy', 3)).toBe('background noise too high');
    expect(gaugeReason('personal', 'muted', undefined)).toBe('muted, or not permitted?');
  });

  it('waits for speech once there is a baseline', () => {
    expect(gaugeReason('personal', null, 0)).toBe('when you speak');
  });
});

describe('the pace gauge', () => {
  it('is relative to the own rate', () => {
    const limits = paceLimits(4);
    expect(wordOf(paceReading(4.5, limits))).toBe('Fast');
    expect(wordOf(paceReading(4.3, limits))).toBe('Steady');
    expect(wordOf(paceReading(2.9, limits))).toBe('Slow');
  });

  it('falls back on absolute limits without a baseline', () => {
    expect(paceLimits(null)).toEqual({ slow: 2.6, fast: 4.8 });
  });

  it('shows words a minute only as about', () => {
    expect(paceReading(4.2, paceLimits(null))).toMatchObject({ detail: '4.2 syll/s · ≈ 175 wpm' });
  });

  it('keeps the target in the middle of the dial for any voice', () => {
    for (const baselineRate of [3, 4.4, 6]) {
      const limits = paceLimits(baselineRate);
      const { low, high } = paceScale(limits);
      expect((low + high) / 2).toBeCloseTo((limits.slow + limits.fast) / 2);
      expect(paceBands(limits)[1]).toEqual({ from: limits.slow, to: limits.fast, tone: 'target' });
    }
  });
});
