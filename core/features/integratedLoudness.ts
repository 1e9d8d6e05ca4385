import { FRAMES_PER_BLOCK } from '../stream/frameTime.ts';
import { lufsOfPower } from './loudness.ts';

const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** A gating block is 400 ms long and starts every 100 ms, which is a step. */
const STEPS_IN_BLOCK = 4;

/** Blocks are stored by level in bins of 0.01 LU from the absolute gate up. Louder blocks count in the last bin. */
const BINS_PER_LU = 100;
const BIN_COUNT = 90 * BINS_PER_LU;

/**
 * Integrated loudness of ITU-R BS.1770-4 for one channel, in constant memory. A histogram of the blocks' levels with
 * exact sums of power is stored, so that only the position of the relative gate is rounded (to 0.01 LU).
 */
export class IntegratedLoudness {
  readonly #counts = new Uint32Array(BIN_COUNT);
  readonly #powers = new Float64Array(BIN_COUNT);
  readonly #steps = new Float64Array(STEPS_IN_BLOCK);
  #stepSum = 0;
  #subBlocks = 0;

  /** @param power K-weighted mean square of the next 10 ms sub-block */
  push(power: number): void {
    this.#stepSum += power;
    this.#subBlocks += 1;
    if (this.#subBlocks % FRAMES_PER_BLOCK !== 0) return;
    const steps = this.#subBlocks / FRAMES_PER_BLOCK;
    this.#steps[steps % STEPS_IN_BLOCK] = this.#stepSum / FRAMES_PER_BLOCK;
    this.#stepSum = 0;
    if (steps >= STEPS_IN_BLOCK) this.#addBlock(this.#steps.reduce((sum, step) => sum + step, 0) / STEPS_IN_BLOCK);
  }

  /** Returns the loudness of everything pushed so far, or `undefined` if no block reached −70 LUFS. */
  integratedLufs(): number | undefined {
    const ungatedLufs = this.#meanFrom(0);
    if (ungatedLufs === undefined) return undefined;
    return this.#meanFrom(Math.max(0, Math.round((ungatedLufs + RELATIVE_GATE_LU - ABSOLUTE_GATE_LUFS) * BINS_PER_LU)));
  }

  #addBlock(power: number): void {
    const lufs = lufsOfPower(power);
    if (lufs === undefined || lufs < ABSOLUTE_GATE_LUFS) return;
    const bin = Math.min(BIN_COUNT - 1, Math.floor((lufs - ABSOLUTE_GATE_LUFS) * BINS_PER_LU));
    this.#counts[bin]! += 1;
    this.#powers[bin]! += power;
  }

  #meanFrom(firstBin: number): number | undefined {
    let count = 0;
    let power = 0;
    for (let bin = firstBin; bin < BIN_COUNT; bin++) {
      count += this.#counts[bin]!;
      power += this.#powers[bin]!;
    }
    return count > 0 ? lufsOfPower(power / count) : undefined;
  }
}
