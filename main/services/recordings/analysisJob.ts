import type { AnalysisEvent } from '../../../contract/recordingContract.ts';
import { AppError, toAppErrorData } from '../../../core/model/appError.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { ImportedRecording } from '../calls/recordingImporter.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { remainingTime } from './remainingTime.ts';

const progressEverySeconds = 0.1;

/** The analysis of one recording, running or waiting for its turn, as its watchers see it. */
export class AnalysisJob {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #controller = new AbortController();
  readonly #fan = new EventFan<AnalysisEvent>({ isLatest: (event) => event.type === 'progress' });
  #latest: AnalysisEvent = { type: 'progress', fraction: 0, remainingSeconds: null };
  #started = false;
  #startedAt: number | undefined;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#latest.type !== 'progress';
  }

  /** Does the work and shows its watchers how it ended. Never rejects. */
  async run(work: () => Promise<ImportedRecording>): Promise<void> {
    this.#started = true;
    try {
      this.#end({ type: 'done', ...(await work()) });
    } catch (error) {
      reportUnexpected(this.#logger, 'A recording could not be analysed', error);
      this.#end({ type: 'failed', error: toAppErrorData(error) });
    }
  }

  readonly onProgress = (fraction: number): void => {
    const now = this.#clock.monotonicSeconds();
    this.#startedAt ??= now;
    if (this.isOver || now - this.#reportedAt < progressEverySeconds) return;
    this.#reportedAt = now;
    this.#publish({ type: 'progress', fraction, remainingSeconds: remainingTime(fraction, now - this.#startedAt) });
  };

  /** Ends the work as soon as possible; a job that is still waiting is over immediately. */
  cancel(): void {
    this.#controller.abort();
    if (!this.#started) this.#end({ type: 'failed', error: toAppErrorData(cancelledError()) });
  }

  /** Waits, but not beyond a cancellation. @throws AppError `cancelled`, or what `wait` rejects with */
  unlessCancelled(wait: Promise<void> = Promise.resolve()): Promise<void> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const cancel = () => reject(cancelledError());
      if (signal.aborted) return cancel();
      signal.addEventListener('abort', cancel, { once: true });
      wait.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
    });
  }

  watch(signal?: AbortSignal): AsyncGenerator<AnalysisEvent, void> {
    return this.#fan.watch([this.#latest], signal);
  }

  #end(event: AnalysisEvent): void {
    if (this.isOver) return;
    this.#publish(event);
    this.#fan.end();
  }

  #publish(event: AnalysisEvent): void {
    this.#latest = event;
    this.#fan.publish(event);
  }
}

function cancelledError(): AppError {
  return new AppError('cancelled', 'The analysis was cancelled.');
}
