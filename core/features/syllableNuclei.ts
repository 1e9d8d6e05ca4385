import { ANALYSIS_RATE_HZ, FRAME_SAMPLES, HOP_SAMPLES } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { parseDenseNetwork } from './denseNetwork.ts';
import { ExpectedSyllables } from './expectedSyllables.ts';
import {
  CANDIDATE_INPUTS,
  type SyllableCandidate,
  SyllableCandidates,
  type SyllableFrame,
} from './syllableCandidates.ts';
import { SYLLABLE_WEIGHTS } from './syllableWeights.ts';

/** Read once for all streams. */
const network = parseDenseNetwork(CANDIDATE_INPUTS, SYLLABLE_WEIGHTS);

export interface SyllableNucleus {
  /** From the start of the stream. */
  readonly timeSeconds: number;
}

/**
 * Counts syllables: a small network, trained by `scripts/syllables`, says of every peak of the level how probably it is one.
 * The probabilities are added up, and whenever the sum passes the next half, the peak at which it does is given out as a
 * nucleus. Clear peaks are their own nuclei, and of unclear ones as many are given as are to be expected: rounding each
 * by itself would count all of them or none.
 *
 * A nucleus comes out 0.3 s after its peak, later where the level stays.
 */
export class SyllableNuclei implements Stage<SyllableFrame, SyllableNucleus> {
  readonly #candidates = new SyllableCandidates();
  readonly #share = new ExpectedSyllables();
  #expected = 0;
  #given = 0;

  push(frame: SyllableFrame): readonly SyllableNucleus[] {
    const candidate = this.#candidates.push(frame);
    return candidate ? this.#count(candidate) : [];
  }

  flush(): readonly SyllableNucleus[] {
    return this.#candidates.flush().flatMap((candidate) => this.#count(candidate));
  }

  #count({ frame, loudOverFloorDb, inputs }: SyllableCandidate): readonly SyllableNucleus[] {
    this.#expected += this.#share.add(frame, loudOverFloorDb, network.evaluate(inputs));
    if (this.#expected < this.#given + 0.5) return [];
    this.#given += 1;
    const centre = frame * HOP_SAMPLES + FRAME_SAMPLES / 2;
    return [{ timeSeconds: centre / ANALYSIS_RATE_HZ }];
  }
}
