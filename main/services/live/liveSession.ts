import type { LiveEvent, LiveSession as LiveSessionInfo } from '../../../contract/liveContract.ts';
import { AppError, toAppErrorData } from '../../../core/model/appError.ts';
import type { CallMark, MarkKind } from '../../../core/model/callMark.ts';
import type { CueMark } from '../../../core/model/cueMark.ts';
import type { Role } from '../../../core/model/role.ts';
import type { LiveAnalysis } from '../../analysis/analysis.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { CueLedger } from './cueLedger.ts';
import type { LiveCallSaver } from './liveCallSaver.ts';
import { LiveState } from './liveState.ts';
import { type LiveParty, PartyStreams } from './partyStreams.ts';

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
  readonly #analysis: LiveAnalysis;
  readonly #logger: Logger;
  readonly #saver: LiveCallSaver;
  readonly #state = new LiveState();
  readonly #cues = new CueLedger();
  readonly #fan = new EventFan<LiveEvent>({
    isLatest: (live) => live.type === 'call' && live.event.type === 'metrics',
  });
  readonly #streams: PartyStreams;
  readonly #listening = new DisposableStack();
  #ending: Promise<{ callId: string }> | undefined;
  #dropped = false;

  constructor(options: LiveSessionOptions) {
    this.info = options.info;
    this.#analysis = options.analysis;
    this.#logger = options.logger;
    this.#saver = options.saver;
    this.#listening.defer(this.#analysis.onEvent((event) => this.#publish({ type: 'call', event })));
    for (const { role, source } of options.parties) {
      this.#listening.defer(source.onState((change) => this.#publish({ type: 'source', role, ...change })));
    }
    this.#listening.defer(this.#saver.onRecording((change) => this.#publish({ type: 'recording', ...change })));
    this.#saver.saveSnapshots(() => this.#analysis.snapshot());
    const sink = {
      push: (role: Role, samples: Float32Array) => {
        this.#saver.push(role, samples);
        this.#analyse(() => this.#analysis.push(role, samples));
      },
      gap: (role: Role, sampleCount: number, reason: string) => {
        this.#saver.gap(role, sampleCount);
        this.#analyse(() => this.#analysis.gap(role, sampleCount, reason));
      },
      lost: (role: Role, message: string) => this.#publish({ type: 'source', role, state: 'lost', message }),
    };
    this.#streams = new PartyStreams(options.parties, sink, options.clock, options.logger);
  }

  get isOver(): boolean {
    return this.#ending !== undefined;
  }

  watch(signal?: AbortSignal): AsyncGenerator<LiveEvent, void> {
    return this.#fan.watch(this.#state.replay(), signal);
  }

  /** Marks this moment of the call. */
  mark(kind: MarkKind): CallMark {
    const mark: CallMark = { ...kind, at: Math.round(1000 * this.#streams.elapsedSeconds) / 1000 };
    this.#saver.mark(mark);
    this.#publish({ type: 'mark', mark });
    return mark;
  }

  /** Ends the call; further calls return the same. @throws AppError why there is no report */
  stop(): Promise<{ callId: string }> {
    this.#ending ??= this.#finish(async () => {
      await this.#streams.drained();
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

  /**
   * Saves whether the agent marked a cue wrong. Returns true if this is a change. @throws AppError `no-such-session`,
   * `no-such-cue`
   */
  markCue(mark: CueMark): boolean {
    if (this.isOver) throw new AppError('no-such-session', 'This call is over. Mark the cue in its summary.');
    const isNews = this.#cues.mark(mark);
    if (!isNews) return false;
    this.#saver.markCue(mark);
    this.#publish({ type: 'cue-marked', mark });
    return true;
  }

  /** Aborts the call: its last snapshot stays; watchers get the reason. */
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
      await this.#streams.close();
      await conclude();
      this.#publish({ type: 'ended', callId });
      return { callId };
    } catch (error) {
      this.#saver.interrupt();
      this.#publish({ type: 'failed', error: toAppErrorData(error) });
      throw error;
    } finally {
      this.#listening.dispose();
      this.#fan.end();
    }
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

  #publish(event: LiveEvent): void {
    this.#state.update(event);
    this.#cues.take(event);
    this.#fan.publish(event);
  }
}
