import { describe, expect, it } from 'vitest';
import { DigitalSilence } from '../../../../../main/capture/device/digitalSilence.ts';

const zeros = new Int16Array(500);

describe('DigitalSilence', () => {
  it('notices a run of exact zeros of the given length, over any number of frames', () => {
    const silence = new DigitalSilence(1_000);
    expect([silence.push(zeros), silence.push(zeros), silence.push(zeros)]).toEqual([false, true, true]);
  });

  it('starts anew after a single sample that is not zero', () => {
    const silence = new DigitalSilence(1_000);
    silence.push(zeros);
    const click = new Int16Array(500);
    click[100] = 1;
    expect([silence.push(click), silence.push(zeros), silence.push(zeros)]).toEqual([false, false, true]);
  });
});
