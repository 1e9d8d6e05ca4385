import { BiquadPair, highPass, lowPass } from '../../audio/biquad.ts';
import { meanSquare } from '../../audio/meanSquare.ts';
import { ANALYSIS_RATE_HZ, HOP_SAMPLES } from '../../stream/frameTime.ts';

/** The band every telephone carries, in Hz: within the 300–3400 Hz of ITU-T G.712. */
const lowEdgeHz = 300;
const highEdgeHz = 3300;

/**
 * Mean square of a signal inside the telephone band, one value per hop: two second-order Butterworth high-passes at
 * 300 Hz and two low-passes at 3300 Hz. How the signal was chunked never changes the values.
 */
export class BandPower {
  readonly #highPasses: BiquadPair;
  readonly #lowPasses: BiquadPair;
  readonly #hop = new Float64Array(HOP_SAMPLES);
  #filled = 0;

  constructor() {
    const high = highPass(lowEdgeHz, ANALYSIS_RATE_HZ);
    const low = lowPass(highEdgeHz, ANALYSIS_RATE_HZ);
    this.#highPasses = new BiquadPair(high, high);
    this.#lowPasses = new BiquadPair(low, low);
  }

  /** Returns the mean square (full scale ±1) of every hop completed by these samples. */
  push(samples: Float32Array): number[] {
    const powers: number[] = [];
    for (let from = 0; from < samples.length; ) {
      const count = Math.min(samples.length - from, this.#hop.length - this.#filled);
      this.#hop.set(samples.subarray(from, from + count), this.#filled);
      this.#filled += count;
      from += count;
      if (this.#filled === this.#hop.length) powers.push(this.#completeHop());
    }
    return powers;
  }

  #completeHop(): number {
    this.#filled = 0;
    this.#highPasses.filter(this.#hop);
    this.#lowPasses.filter(this.#hop);
    return meanSquare(this.#hop);
  }
}
