import type { LiveEvent } from '../../../contract/liveContract.ts';
import type { PracticeSession } from '../../../contract/practiceContract.ts';
import { fromAppErrorData, toAppErrorData } from '../../../core/model/appError.ts';
import type { CallEvent } from '../../../core/model/callEvent.ts';
import type { PracticeEvent } from '../../../core/model/practiceEvent.ts';
import type { AttemptResult, ExerciseRun } from '../../../core/practice/runs/exerciseRun.ts';
import { EventFan } from '../eventFan.ts';

export interface PracticeRunOptions {
  readonly session: PracticeSession;
  readonly run: ExerciseRun;
  /** The events of the live call, to its end. */
  readonly events: AsyncIterable<LiveEvent>;
  /** Ends the live call. */
  readonly endCall: () => Promise<{ callId: string }>;
  /** Saves the attempt and returns its id. */
  readonly save: (result: AttemptResult, callId: string | null) => string;
}

/** A running attempt: passes the call's readings to the exercise, and its events to the watchers. */
export class PracticeRun {
  readonly session: PracticeSession;
  readonly #options: PracticeRunOptions;
  readonly #fan = new EventFan<PracticeEvent>({ isLatest: ({ type }) => type === 'now' });
  readonly #past: PracticeEvent[] = [];
  readonly #ended: Promise<string>;

  constructor(options: PracticeRunOptions) {
    this.session = options.session;
    this.#options = options;
    this.#ended = this.#follow();
    // Watchers get the failure as an event, and `stop` throws it.
    this.#ended.catch(() => {});
  }

  /** Yields events from now on; for an attempt that is over, how it ended. */
  watch(signal?: AbortSignal): AsyncGenerator<PracticeEvent, void> {
    return this.#fan.watch(this.#past, signal);
  }

  /** Reports that the caller's voice has finished the words of a clip. */
  lineFinished(clip: string): void {
    this.#options.run.lineFinished?.(clip);
  }

  /** Ends the attempt. @throws AppError if the call failed */
  async stop(): Promise<{ attemptId: string }> {
    await this.#options.endCall();
    return { attemptId: await this.#ended };
  }

  async #follow(): Promise<string> {
    try {
      let callId: string | null = null;
      for await (const event of this.#options.events) {
        if (event.type === 'ended') callId = event.callId;
        else this.#take(event);
      }
      const attemptId = this.#options.save(this.#options.run.result(), callId);
      this.#conclude({ type: 'saved', attemptId });
      return attemptId;
    } catch (error) {
      this.#conclude({ type: 'failed', error: toAppErrorData(error) });
      throw error;
    }
  }

  /** @throws AppError if the call failed */
  #take(event: LiveEvent): void {
    const { run, endCall } = this.#options;
    switch (event.type) {
      case 'call': {
        const wasOver = run.isOver;
        this.#hear(event.event);
        // If the call cannot be ended, its own last event reports it.
        if (run.isOver && !wasOver) void endCall().catch(() => {});
        break;
      }
      case 'source':
        this.#publish({ type: 'source', message: event.state === 'ok' ? '' : event.message });
        break;
      case 'failed':
        throw fromAppErrorData(event.error);
      case 'recording':
      case 'mark':
      case 'cue-marked':
      case 'ended':
        break;
    }
  }

  #hear(event: CallEvent): void {
    const { run, session } = this.#options;
    if (event.type === 'metrics') for (const happened of run.push(event)) this.#publish(happened);
    if (event.type === 'cue' && event.cue.shown && session.aids.cues.includes(event.cue.kind)) {
      this.#publish({ type: 'cue', at: event.at, cue: event.cue });
    }
    if (event.type === 'cue-ended') this.#publish({ type: 'cue-ended', at: event.at });
  }

  #publish(event: PracticeEvent): void {
    this.#fan.publish(event);
  }

  #conclude(last: PracticeEvent): void {
    this.#past.push(last);
    this.#fan.publish(last);
    this.#fan.end();
  }
}
