import { toAppErrorData } from '../../../core/model/appError.ts';
import type { Role } from '../../../core/model/role.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { reportUnexpected } from '../reportUnexpected.ts';

/**
 * The call begins when every source has delivered, so that its channels start together; a slower source joins later.
 */
const patienceSeconds = 3;
const tickSeconds = 0.25;

export interface LiveParty {
  readonly role: Role;
  readonly source: LiveSource;
}

/** Receives the parties' sound in call time: a party's samples and gaps together are as long as the call so far. */
interface PartySink {
  push(role: Role, samples: Float32Array): void;
  gap(role: Role, sampleCount: number, reason: string): void;
  lost(role: Role, message: string): void;
}

interface RunningParty extends LiveParty {
  heard: boolean;
  over: boolean;
  /** Samples of call time passed on. */
  position: number;
}

/** Reads the sources of a call and keeps its parties in step. */
export class PartyStreams {
  readonly #parties: readonly RunningParty[];
  readonly #sink: PartySink;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #pumps: readonly Promise<void>[];
  readonly #stopTicking: () => void;
  readonly #openedAt: number;
  #begunAt: number | undefined;

  constructor(parties: readonly LiveParty[], sink: PartySink, clock: Clock, logger: Logger) {
    this.#parties = parties.map((party) => ({ ...party, heard: false, over: false, position: 0 }));
    this.#sink = sink;
    this.#clock = clock;
    this.#logger = logger;
    this.#openedAt = clock.monotonicSeconds();
    this.#stopTicking = clock.every(tickSeconds, () => this.#keepTime());
    this.#pumps = this.#parties.map((party) => this.#pump(party));
  }

  /** Call time, in seconds. */
  get elapsedSeconds(): number {
    return this.#begunAt === undefined ? 0 : this.#clock.monotonicSeconds() - this.#begunAt;
  }

  /** Closes the sources. Never rejects: a source that does not close well must not cost the report. */
  async close(): Promise<void> {
    this.#stopTicking();
    await Promise.all(
      this.#parties.map(({ source }) =>
        source.close().catch((error: unknown) => this.#logger.error('A source could not be closed', error)),
      ),
    );
  }

  /** Resolves once everything that the closed sources delivered has been passed on. */
  async drained(): Promise<void> {
    await Promise.all(this.#pumps);
  }

  async #pump(party: RunningParty): Promise<void> {
    try {
      for await (const item of party.source) {
        if (item.type === 'broken') this.#sink.lost(party.role, item.error.message);
        else if (item.type === 'gap') this.#gap(party, item.sampleCount, item.reason);
        else this.#push(party, item.channels[0]!);
      }
    } catch (error) {
      reportUnexpected(this.#logger, 'A source failed during the call', error);
      this.#sink.lost(party.role, toAppErrorData(error).message);
    }
    party.over = true;
  }

  #push(party: RunningParty, samples: Float32Array): void {
    const joinsLate = !party.heard && this.#begunAt !== undefined;
    party.heard = true;
    if (!this.#hasBegun()) return;
    if (joinsLate) this.#fillUp(party, samples.length);
    party.position += samples.length;
    this.#sink.push(party.role, samples);
  }

  #gap(party: RunningParty, sampleCount: number, reason: string): void {
    if (this.#begunAt === undefined) return;
    party.position += sampleCount;
    this.#sink.gap(party.role, sampleCount, reason);
  }

  #hasBegun(): boolean {
    const now = this.#clock.monotonicSeconds();
    const ready = this.#parties.every(({ heard, over }) => heard || over) || now - this.#openedAt >= patienceSeconds;
    if (ready) this.#begunAt ??= now;
    return this.#begunAt !== undefined;
  }

  /** Fills the time of a party whose source has not begun or is over; a running source keeps its own time. */
  #keepTime(): void {
    if (!this.#hasBegun()) return;
    for (const party of this.#parties) if (party.over || !party.heard) this.#fillUp(party, 0);
  }

  /** Reports as a gap the time that is missing up to now, except for the samples about to follow. */
  #fillUp(party: RunningParty, followingSamples: number): void {
    const missing = Math.floor(this.elapsedSeconds * party.source.sampleRateHz) - party.position - followingSamples;
    if (missing > 0) this.#gap(party, missing, 'no sound from the source');
  }
}
