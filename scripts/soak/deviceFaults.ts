import { monitorEventLoopDelay } from 'node:perf_hooks';
import { captureFrameSize, captureRateHz } from '../../main/capture/device/captureFormat.ts';
import { CaptureRig } from '../../tests/support/captureRig.ts';
import { type DeviceFaultOutcome, deviceFault, deviceFaultKinds, toneHz } from '../../tests/support/deviceFault.ts';
import { pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import { seededRandom } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

const longestAwaySeconds = 2;
const limits = {
  detectedSeconds: 1.5,
  resumedSeconds: 3,
  unaccountedSeconds: captureFrameSize / captureRateHz,
  killedSeconds: 2,
  loopMilliseconds: 50,
  /** Two periods lost while the tone is measured; the nearest other sample rate would make 36 Hz. */
  detunedHz: 5,
};

export const deviceFaults: SoakPart = {
  name: 'device-faults',
  title: 'Faults of a microphone, with a real sound server',
  count: 20,
  async run({ seed, count }) {
    const problem = pulseAudioProblem();
    if (problem !== undefined) return { figures: [], failures: [problem] };
    const rig = await CaptureRig.start();
    const draw = seededRandom(seed);
    // The measured delays include its own interval.
    const delays = monitorEventLoopDelay({ resolution: 1 });
    const figures: [string, string][] = [['faults of each kind', String(count)]];
    const failures: string[] = [];
    const all: DeviceFaultOutcome[] = [];
    try {
      for (const kind of deviceFaultKinds) {
        const outcomes: DeviceFaultOutcome[] = [];
        for (let i = 0; i < count; i++) {
          delays.enable();
          try {
            outcomes.push(await deviceFault(kind, draw() * longestAwaySeconds, rig));
          } catch (error) {
            failures.push(`${kind}, ${i + 1}: ${String(error)}`);
          }
          delays.disable();
          rig.killChildren();
        }
        all.push(...outcomes);
        const detected = sorted(outcomes, (outcome) => outcome.detected);
        const resumed = sorted(outcomes, (outcome) => outcome.resumed);
        figures.push([
          `${kind}: detected after, median and maximum`,
          `${seconds(middle(detected))}, ${seconds(detected.at(-1))}`,
        ]);
        figures.push([
          `${kind}: sound again after the device's return, median and 95%`,
          `${seconds(middle(resumed))}, ${seconds(high(resumed))}`,
        ]);
        const wrongSamples = outcomes.reduce((sum, outcome) => sum + outcome.wrongSamples, 0);
        const unaccounted = sorted(outcomes, (outcome) => outcome.unaccounted);
        if ((high(unaccounted) ?? 0) > limits.unaccountedSeconds)
          failures.push(`${kind}: ${milliseconds(high(unaccounted))} unaccounted for`);
        if (wrongSamples > 0) failures.push(`${kind}: ${wrongSamples} samples came from another source`);
        if ((detected.at(-1) ?? 0) > limits.detectedSeconds)
          failures.push(`${kind}: detected after ${seconds(detected.at(-1))}`);
        if ((high(resumed) ?? 0) > limits.resumedSeconds)
          failures.push(`${kind}: sound again after ${seconds(high(resumed))}`);
      }
    } finally {
      await rig.stop();
    }
    const wrong = all.reduce((sum, { wrongSamples }) => sum + wrongSamples, 0);
    const unaccounted = sorted(all, (outcome) => outcome.unaccounted);
    const detuned = sorted(all, ({ heardHz }) => Math.abs(heardHz - toneHz)).at(-1) ?? Number.NaN;
    const killed = sorted(all, (outcome) => outcome.killed ?? 0).at(-1);
    const loop = delays.percentile(99) / 1e6;
    figures.push(
      ['samples of another source', String(wrong)],
      [
        'time neither captured nor reported as missing, 95% and maximum',
        `${milliseconds(high(unaccounted))}, ${milliseconds(unaccounted.at(-1))}`,
      ],
      [`a tone of ${toneHz} Hz, once it is audible again, is off by at most`, `${detuned.toFixed(2)} Hz`],
      ['a hung capture child is gone after at most', seconds(killed)],
      ['delay of the event loop, 99%', `${loop.toFixed(0)} ms`],
    );
    if (!(detuned <= limits.detunedHz)) failures.push(`the tone is off by ${detuned.toFixed(2)} Hz`);
    if ((killed ?? 0) > limits.killedSeconds) failures.push(`a hung child lived for ${seconds(killed)}`);
    if (loop > limits.loopMilliseconds) failures.push(`the event loop was delayed by ${loop.toFixed(0)} ms`);
    return { figures, failures };
  },
};

function sorted<T>(items: readonly T[], value: (item: T) => number): number[] {
  return items.map(value).sort((a, b) => a - b);
}

const middle = (values: readonly number[]) => values[values.length >> 1];
/** Returns the value that at least 95% of the values do not exceed. */
const high = (values: readonly number[]) => values[Math.ceil(0.95 * values.length) - 1];
const seconds = (value = Number.NaN) => `${value.toFixed(2)} s`;
const milliseconds = (value = Number.NaN) => `${(1_000 * value).toFixed(0)} ms`;
