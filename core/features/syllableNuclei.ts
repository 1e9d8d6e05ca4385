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

/** Parsed once for all streams. */
const network = parseDenseNetwork(CANDIDATE_INPUTS, SYLLABLE_WEIGHTS);

export interface SyllableNucleus {
  /** From the start of the stream. */
  readonly timeSeconds: number;
}

/**
 * Counts syllables. A small network, trained by `scripts/syllables`, estimates for every peak of the level the
 * probability that it is a syllable. The probabilities are summed, and whenever the sum passes the next half, that peak
 * is returned as a nucleus. A clear peak is a nucleus itself, and unclear peaks yield as many nuclei as expected.
 * Rounding each unclear peak separately would count all of them or none.
 *
 * A nucleus is returned 0.3 s after its peak, or later if the level stays up.
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
