import { describe, expect, it } from 'vitest';
import { DigitalSilence } from '../../../../../main/capture/device/digitalSilence.ts';

/** At 100 samples per second, in frames of a tenth of a second. */
const frame = (value: number) => new Int16Array(10).fill(value);

/** Pushes a value for this many seconds and returns the time after which silence was noticed. */
function noticedAfter(silence: DigitalSilence, seconds: number, value = 0): number | undefined {
  for (let frames = 1; frames <= 10 * seconds; frames++) if (silence.push(frame(value))) return frames / 10;
  return undefined;
}

describe('DigitalSilence', () => {
  it('notices 1.2 s of exact zeros on a device that has had sound, and 2 s on one that has not', () => {
    const silence = new DigitalSilence(100);
    expect(noticedAfter(silence, 5)).toBe(2);
    expect(silence.push(frame(1))).toBe(false);
    expect(noticedAfter(silence, 5)).toBe(1.2);
  });

  it('starts again after a single sample that is not zero', () => {
    const silence = new DigitalSilence(100);
    silence.push(frame(1));
    expect(noticedAfter(silence, 1.1)).toBeUndefined();
    const click = frame(0);
    click[5] = -1;
    expect(silence.push(click)).toBe(false);
    expect(noticedAfter(silence, 5)).toBe(1.2);
  });

  it('allows a device with a noise gate half a minute of silence', () => {
    const silence = new DigitalSilence(100);
    for (let pause = 0; pause < 3; pause++) {
      silence.push(frame(1));
      expect(noticedAfter(silence, 0.5)).toBeUndefined();
    }
    silence.push(frame(1));
    expect(noticedAfter(silence, 29.9)).toBeUndefined();
    expect(silence.push(frame(0))).toBe(true);
  });
});
