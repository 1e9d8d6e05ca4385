import { joinedSamples } from '../../core/audio/joinedSamples.ts';
import type { Role } from '../../core/model/role.ts';

/**
 * Slightly less than a device's 32 ms frame, whose length clock correction changes by a sample. The samples of two
 * devices thus wait for the later one at most.
 */
const STEP_SECONDS = 0.031;

/** Samples of one party, in order. */
export interface PartySamples {
  readonly role: Role;
  readonly samples: Float32Array;
}

interface PartyInStep {
  readonly role: Role;
  readonly sampleRateHz: number;
  chunks: Float32Array[];
  /** Seconds of everything pushed or skipped. */
  seconds: number;
}

/**
 * Holds back a live call's samples until there are some of every party, so that the analysis is not woken for every
 * chunk: it cannot use one party's samples without the others' of the same time.
 */
export class PartiesInStep {
  readonly #parties: readonly PartyInStep[];
  #takenSeconds = 0;

  constructor(parties: readonly { readonly role: Role; readonly sampleRateHz: number }[]) {
    this.#parties = parties.map(({ role, sampleRateHz }) => ({ role, sampleRateHz, chunks: [], seconds: 0 }));
  }

  /**
   * Holds samples; returns true if it is time to `take` them. @throws {RangeError} for a role that is not in the call
   */
  push(role: Role, samples: Float32Array): boolean {
    const party = this.#party(role);
    party.chunks.push(samples);
    party.seconds += samples.length / party.sampleRateHz;
    return this.#commonSeconds - this.#takenSeconds >= STEP_SECONDS;
  }

  /** Counts time without samples. The analysis is informed of it separately. */
  skip(role: Role, sampleCount: number): void {
    const party = this.#party(role);
    party.seconds += sampleCount / party.sampleRateHz;
  }

  /** Returns all held samples. */
  take(): readonly PartySamples[] {
    this.#takenSeconds = this.#commonSeconds;
    return this.#parties.flatMap((party) => {
      const { role, chunks } = party;
      party.chunks = [];
      return chunks.length > 0 ? [{ role, samples: joinedSamples(chunks) }] : [];
    });
  }

  /** Time up to which every party has samples. */
  get #commonSeconds(): number {
    return Math.min(...this.#parties.map(({ seconds }) => seconds));
  }

  #party(role: Role): PartyInStep {
    const found = this.#parties.find((party) => party.role === role);
    if (!found) throw new RangeError(`no ${role} in this call`);
    return found;
  }
}
