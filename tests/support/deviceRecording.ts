import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { CaptureItem } from '../../main/capture/audioSource.ts';
import { captureRateHz } from '../../main/capture/device/captureFormat.ts';
import type { DeviceSource } from '../../main/capture/device/deviceSource.ts';
import { machineClock } from '../../main/capture/device/machineClock.ts';
import type { PulseAudio } from './pulseAudio.ts';

/** Half a second of items, of which at least one is assumed to be on time. */
const edgeItems = 16;

/** Reads a device until it is closed, and records its items and states with their times. */
export class DeviceRecording {
  readonly items: CaptureItem[] = [];
  readonly states: { state: string; message: string; atSeconds: number }[] = [];
  readonly #source: DeviceSource;
  readonly #reading: Promise<void>;
  /** Clock time at each item minus the time it accounts for. Items may be late, never early. */
  readonly #lateSeconds: number[] = [];
  #accountedSeconds = 0;

  constructor(source: DeviceSource) {
    this.#source = source;
    source.onState((change) => this.states.push({ ...change, atSeconds: machineClock.monotonicSeconds() }));
    this.#reading = this.#read();
  }

  /** Waits for a state and returns the elapsed seconds. */
  async untilState(state: string, limitSeconds = 8): Promise<number> {
    return this.until(() => this.states.at(-1)?.state === state, `state ${state}`, limitSeconds);
  }

  async until(condition: () => boolean, what: string, limitSeconds = 8): Promise<number> {
    const from = machineClock.monotonicSeconds();
    while (!condition()) {
      if (machineClock.monotonicSeconds() - from > limitSeconds) throw new Error(`waited in vain for ${what}`);
      await setTimeout(20);
    }
    return machineClock.monotonicSeconds() - from;
  }

  /** Closes the source and returns the numbers of samples it yielded and missed. */
  async finish() {
    await this.#source.close();
    await this.#reading;
    let missing = 0;
    for (const item of this.items) if (item.type === 'gap') missing += item.sampleCount;
    return { captured: this.captured().length, missing };
  }

  /**
   * Difference between the elapsed time and captured plus missing samples, from start to end of the recording. Both
   * ends use the least delayed item of half a second, because a delay on the way here is not a loss.
   */
  get unaccountedSeconds(): number {
    const begin = Math.min(...this.#lateSeconds.slice(0, edgeItems));
    const end = Math.min(...this.#lateSeconds.slice(-edgeItems));
    return Math.abs(end - begin);
  }

  captured(): Float32Array {
    const blocks = this.items.flatMap((item) => (item.type === 'samples' ? [item.channels[0]!] : []));
    const whole = new Float32Array(blocks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const block of blocks) {
      whole.set(block, at);
      at += block.length;
    }
    return whole;
  }

  async #read(): Promise<void> {
    for await (const item of this.#source) {
      this.items.push(item);
      const samples = item.type === 'samples' ? item.channels[0]!.length : item.type === 'gap' ? item.sampleCount : 0;
      this.#accountedSeconds += samples / captureRateHz;
      this.#lateSeconds.push(machineClock.monotonicSeconds() - this.#accountedSeconds);
    }
  }
}

/**
 * Returns the id of the only capture child that this process started for a sound server, from Linux's process table.
 */
export async function captureChildPid(server: PulseAudio): Promise<number> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  for (const pid of children.trim().split(' ')) {
    // A child that has ended in the meantime has no files.
    const [command, environment] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    const isCapture = command?.includes('captureChild');
    if (isCapture && environment?.split('\0').includes(`PULSE_SERVER=${server.env['PULSE_SERVER']}`))
      return Number(pid);
  }
  throw new Error('no capture child is running');
}
