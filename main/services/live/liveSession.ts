import type { LiveEvent, LiveSession as LiveSessionInfo } from '../../../contract/liveContract.ts';
import { AppError, toAppErrorData } from '../../../core/model/appError.ts';
import type { CallMark, MarkKind } from '../../../core/model/callMark.ts';
import type { CueMark } from '../../../core/model/cueMark.ts';
import type { Role } from '../../../core/model/role.ts';
import type { LiveAnalysis } from '../../analysis/analysis.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { CueLedger } from './cueLedger.ts';
import type { LiveCallSaver } from './liveCallSaver.ts';
import { LiveState } from './liveState.ts';

/** The call begins when every source has delivered, so that its channels start together; a source slower than this joins later. */
const patienceSeconds = 3;
const tickSeconds = 0.25;

export interface LiveParty {
  readonly role: Role;
  readonly source: LiveSource;
}

interface RunningParty extends LiveParty {
  heard: boolean;
  over: boolean;
  /** Samples of call time handed to the analysis. */
  position: number;
}

export interface LiveSessionOptions {
  readonly info: LiveSessionInfo;
  readonly parties: readonly LiveParty[];
  readonly analysis: LiveAnalysis;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly saver: LiveCallSaver;
}

/**
 * One call being coached: moves samples from its sources to the analysis, and the analysis's events to the watchers. The
 * session owns the analysis and the sources: it alone ends them.
 */
export class LiveSession {
  readonly info: LiveSessionInfo;
  readonly #parties: readonly RunningParty[];
  readonly #analysis: LiveAnalysis;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #saver: LiveCallSaver;
  readonly #state = new LiveState();
  readonly #cues = new CueLedger();
  readonly #fan = new EventFan<LiveEvent>({
    isLatest: (live) => live.type === 'call' && live.event.type === 'metrics',
  });
  readonly #pumps: readonly Promise<void>[];
  readonly #listening = new DisposableStack();
  readonly #openedAt: number;
  #begunAt: number | undefined;
  #ending: Promise<{ callId: string }> | undefined;
  #dropped = false;

  constructor(options: LiveSessionOptions) {
    this.info = options.info;
    this.#analysis = options.analysis;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#saver = options.saver;
    this.#parties = options.parties.map((party) => ({ ...party, heard: false, over: false, position: 0 }));
    this.#openedAt = this.#clock.monotonicSeconds();
    this.#listening.defer(this.#analysis.onEvent((event) => this.#publish({ type: 'call', event })));
    for (const { role, source } of this.#parties) {
      this.#listening.defer(source.onState((change) => this.#publish({ type: 'source', role, ...change })));
    }
    this.#listening.defer(this.#clock.every(tickSeconds, () => this.#keepTime()));
    this.#listening.defer(this.#saver.onRecording((change) => this.#publish({ type: 'recording', ...change })));
    this.#saver.saveSnapshots(() => this.#analysis.snapshot());
    this.#pumps = this.#parties.map((party) => this.#pump(party));
  }

  get isOver(): boolean {
    return this.#ending !== undefined;
  }

  watch(signal?: AbortSignal): AsyncGenerator<LiveEvent, void> {
    return this.#fan.watch(this.#state.replay(), signal);
  }

  /** Marks this moment of the call. */
  mark(kind: MarkKind): CallMark {
    const seconds = this.#begunAt === undefined ? 0 : this.#clock.monotonicSeconds() - this.#begunAt;
    const mark: CallMark = { ...kind, at: Math.round(1000 * seconds) / 1000 };
    this.#saver.mark(mark);
    this.#publish({ type: 'mark', mark });
    return mark;
  }

  /** Ends the call; a second time returns the same. @throws AppError why there is no report */
  stop(): Promise<{ callId: string }> {
    this.#ending ??= this.#finish(async () => {
      await Promise.all(this.#pumps);
      await this.#saver.stop();
      await this.#saver.complete(await this.#analysis.finish());
    });
    return this.#ending;
  }

  /** @throws AppError `not-recording` */
  pauseRecording(): void {
    this.#saver.pause();
  }

  /** @throws AppError `not-recording` */
  resumeRecording(): void {
    this.#saver.resume();
  }

  /** Saves whether the agent calls a cue wrong. True if this is a change. @throws AppError `no-such-session`, `no-such-cue` */
  markCue(mark: CueMark): boolean {
    if (this.isOver) throw new AppError('no-such-session', 'This call is over. Mark the cue in its summary.');
    const isNews = this.#cues.mark(mark);
    if (!isNews) return false;
    this.#saver.markCue(mark);
    this.#publish({ type: 'cue-marked', mark });
    return true;
  }

  /** Breaks the call off: its last snapshot stays; watchers get the reason. */
  async abort(reason: unknown): Promise<void> {
    this.#dropped = true;
    this.#ending ??= this.#finish(async () => {
      await this.#analysis.abort();
      await this.#saver.stop();
      throw reason;
    });
    await this.#ending.catch(() => {});
  }

  async #finish(conclude: () => Promise<void>): Promise<{ callId: string }> {
    const { callId } = this.info;
    try {
      await Promise.all(this.#parties.map((party) => this.#closeSource(party)));
      await conclude();
      this.#publish({ type: 'ended', callId });
      return { callId };
    } catch (error) {
      this.#saver.breakOff();
      this.#publish({ type: 'failed', error: toAppErrorData(error) });
      throw error;
    } finally {
      this.#listening.dispose();
      this.#fan.end();
    }
  }

  /** A source that does not close well must not cost the report. */
  async #closeSource({ source }: RunningParty): Promise<void> {
    await source.close().catch((error: unknown) => this.#logger.error('A source could not be closed', error));
  }

  async #pump(party: RunningParty): Promise<void> {
    try {
      for await (const item of party.source) {
        if (item.type === 'broken') this.#lose(party.role, item.error.message);
        else if (item.type === 'gap') this.#gap(party, item.sampleCount, item.reason);
        else this.#push(party, item.channels[0]!);
      }
    } catch (error) {
      reportUnexpected(this.#logger, 'A source failed in mid-call', error);
      this.#lose(party.role, toAppErrorData(error).message);
    }
    party.over = true;
  }

  #push(party: RunningParty, samples: Float32Array): void {
    const joinsLate = !party.heard && this.#begunAt !== undefined;
    party.heard = true;
    if (!this.#hasBegun()) return;
    if (joinsLate) this.#fillUp(party, samples.length);
    party.position += samples.length;
    this.#saver.push(party.role, samples);
    this.#analyse(() => this.#analysis.push(party.role, samples));
  }

  #gap(party: RunningParty, sampleCount: number, reason: string): void {
    if (this.#begunAt === undefined) return;
    party.position += sampleCount;
    this.#saver.gap(party.role, sampleCount);
    this.#analyse(() => this.#analysis.gap(party.role, sampleCount, reason));
  }

  #hasBegun(): boolean {
    const now = this.#clock.monotonicSeconds();
    const ready = this.#parties.every(({ heard, over }) => heard || over) || now - this.#openedAt >= patienceSeconds;
    if (ready) this.#begunAt ??= now;
    return this.#begunAt !== undefined;
  }

  /** Time goes on for a party whose source has not begun or is over; a source that runs keeps its own time. */
  #keepTime(): void {
    if (this.#ending || !this.#hasBegun()) return;
    for (const party of this.#parties) if (party.over || !party.heard) this.#fillUp(party, 0);
  }

  /** Reports as a gap what is missing up to now, but for the samples about to follow. */
  #fillUp(party: RunningParty, followingSamples: number): void {
    const elapsed = this.#clock.monotonicSeconds() - this.#begunAt!;
    const missing = Math.floor(elapsed * party.source.sampleRateHz) - party.position - followingSamples;
    if (missing > 0) this.#gap(party, missing, 'no sound from the source');
  }

  #analyse(step: () => void): void {
    if (this.#dropped) return;
    try {
      step();
    } catch (error) {
      reportUnexpected(this.#logger, 'The analysis of a call failed', error);
      void this.abort(error);
    }
  }

  #lose(role: Role, message: string): void {
    this.#publish({ type: 'source', role, state: 'lost', message });
  }

  #publish(event: LiveEvent): void {
    this.#state.update(event);
    this.#cues.take(event);
    this.#fan.publish(event);
  }
}
