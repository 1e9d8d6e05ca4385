import { describe, expect, it } from 'vitest';
import { SpeechGate } from '../../../../../core/activity/speechActivity/speechGate.ts';
import { amplitudeOfDb, concat, mix, silence, sine, whiteNoise } from '../../../../support/signals.ts';

/** Flags of the signal's windows that pass. */
function admitted(signal: Float32Array): boolean[] {
  const gate = new SpeechGate();
  return Array.from({ length: Math.floor(signal.length / 512) }, (_, k) =>
    gate.admits(signal.subarray(512 * k, 512 * (k + 1))),
  );
}

const share = (windows: readonly boolean[]) => windows.filter(Boolean).length / windows.length;
const window = (seconds: number) => Math.floor(seconds / 0.032);
const noise = (seconds: number) => whiteNoise(seconds, amplitudeOfDb(-60));

describe('SpeechGate', () => {
  it('closes a third of a second into digital silence', () => {
    const windows = admitted(silence(2));
    expect(windows.lastIndexOf(true)).toBe(window(0.32) - 1);
  });

  it('admits everything audible before it knows the background', () => {
    expect(admitted(noise(9))).not.toContain(false);
  });

  it('closes in steady noise once it knows it', () => {
    expect(share(admitted(noise(30)).slice(window(15)))).toBe(0);
  });

  it('admits a voice 10 dB above the noise from its first window on, however soft', () => {
    const soft = concat(silence(20), sine(500, 1, amplitudeOfDb(-52)));
    const windows = admitted(mix(noise(21), soft));
    expect(windows.slice(window(20) + 1)).not.toContain(false);
  });

  it('never closes while the level keeps changing', () => {
    const babble = whiteNoise(40, amplitudeOfDb(-40)).map(
      (v, i) => v * (1.2 + Math.sin((2 * Math.PI * 3 * i) / 16_000)),
    );
    expect(admitted(babble)).not.toContain(false);
  });
});
