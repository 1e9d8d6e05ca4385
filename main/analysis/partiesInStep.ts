import { SPEECH_WINDOW_SAMPLES, windowOf } from '../../core/activity/speechActivity/speechActivity.ts';
import { joinedSamples } from '../../core/audio/joinedSamples.ts';
import { ANALYSIS_RATE_HZ } from '../../core/audio/resampler.ts';
import type { Role } from '../../core/model/role.ts';
import { defaultCallConfig } from '../../core/pipeline/config.ts';

/** The floor light may wait this long, and then a device's next 32 ms: it is at most 136 ms late by that. */
const LONGEST_WAIT_SECONDS = 0.056;
/** A resampler knows its output this much later at most; at 16 kHz there is none. */
const RESAMPLER_SECONDS = 0.007;

const FRAMES_PER_READING = 100 / defaultCallConfig.metrics.perSecond;

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
 * Holds a live call's samples back while nothing that is waited for could come of them, so that the analysis is woken twice
 * for a reading and not for every chunk of every party: nothing comes before the samples of both parties are there, a
 * reading is told ten times a second, and the floor light may be a little late.
 */
export class PartiesInStep {
  readonly #parties: readonly PartyInStep[];
  #takenSeconds = 0;
  #nextReading = 1;

  constructor(parties: readonly { readonly role: Role; readonly sampleRateHz: number }[]) {
    this.#parties = parties.map(({ role, sampleRateHz }) => ({
      role,
      sampleRateHz,
      chunks: [],
      seconds: sampleRateHz === ANALYSIS_RATE_HZ ? 0 : -RESAMPLER_SECONDS,
    }));
  }

  /** Holds samples; returns whether it is time to `take` what is held. @throws {RangeError} for a role that is not heard */
  push(role: Role, samples: Float32Array): boolean {
    const party = this.#party(role);
    party.chunks.push(samples);
    party.seconds += samples.length / party.sampleRateHz;
    const common = this.#commonSeconds;
    return common >= secondsForReading(this.#nextReading) || common - this.#takenSeconds >= LONGEST_WAIT_SECONDS;
  }

  /** Notes time without samples, of which the analysis hears by itself. */
  skip(role: Role, sampleCount: number): void {
    const party = this.#party(role);
    party.seconds += sampleCount / party.sampleRateHz;
  }

  /** Everything that is held. */
  take(): readonly PartySamples[] {
    this.#takenSeconds = this.#commonSeconds;
    while (secondsForReading(this.#nextReading) <= this.#takenSeconds) this.#nextReading += 1;
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

/** The samples that a reading waits for: up to the end of the speech model's window over its last frame. */
function secondsForReading(reading: number): number {
  const lastFrame = reading * FRAMES_PER_READING - 1;
  return ((windowOf(lastFrame) + 1) * SPEECH_WINDOW_SAMPLES) / ANALYSIS_RATE_HZ;
}
