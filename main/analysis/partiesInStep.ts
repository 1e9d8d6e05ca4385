import { joinedSamples } from '../../core/audio/joinedSamples.ts';
import type { Role } from '../../core/model/role.ts';

/**
 * Less than a device's frame of 32 ms, whose length the following of its clock changes by a sample: whoever hears two devices
 * waits for no more than the later one of them.
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
  /** Of all that was pushed or skipped. */
  seconds: number;
}

/**
 * Holds a live call's samples back until there is a little more of every party, so that the analysis is not woken for every
 * chunk of each: nothing comes of one party's samples before the others' of the same time are there.
 */
export class PartiesInStep {
  readonly #parties: readonly PartyInStep[];
  #takenSeconds = 0;

  constructor(parties: readonly { readonly role: Role; readonly sampleRateHz: number }[]) {
    this.#parties = parties.map(({ role, sampleRateHz }) => ({ role, sampleRateHz, chunks: [], seconds: 0 }));
  }

  /** Holds samples; returns whether it is time to `take` what is held. @throws {RangeError} for a role that is not heard */
  push(role: Role, samples: Float32Array): boolean {
    const party = this.#party(role);
    party.chunks.push(samples);
    party.seconds += samples.length / party.sampleRateHz;
    return this.#commonSeconds - this.#takenSeconds >= STEP_SECONDS;
  }

  /** Notes time without samples, of which the analysis hears by itself. */
  skip(role: Role, sampleCount: number): void {
    const party = this.#party(role);
    party.seconds += sampleCount / party.sampleRateHz;
  }

  /** Everything that is held. */
  take(): readonly PartySamples[] {
    this.#takenSeconds = this.#commonSeconds;
    return this.#parties.flatMap((party) => {
      const { role, chunks } = party;
      party.chunks = [];
      return chunks.length > 0 ? [{ role, samples: joinedSamples(chunks) }] : [];
    });
  }

  /** Time of which every party's samples are there. */
  get #commonSeconds(): number {
    return Math.min(...this.#parties.map(({ seconds }) => seconds));
  }

  #party(role: Role): PartyInStep {
    const found = this.#parties.find((party) => party.role === role);
    if (!found) throw new RangeError(`no ${role} in this call`);
    return found;
  }
}
