import { type Transferable, Worker } from 'node:worker_threads';
import { AppError, fromAppErrorData } from '../../core/model/appError.ts';
import { processEntry } from '../processEntry.ts';
import type { FromWorker, ToWorker } from './workerProtocol.ts';

/** A thread that has not ended by itself after this time is terminated. */
const PATIENCE_MS = 10_000;

/** Room for objects that live for a second. Half of it costs 10% more CPU; no limit, 50 MB more per thread. */
const YOUNG_MB = 12;

export type TaskMessage = Exclude<FromWorker, { type: 'failed' }>;

/** Handlers of a task's messages. */
interface TaskListener {
  readonly onMessage: (message: TaskMessage) => void;
  readonly onFailure: (error: AppError) => void;
}

/** A worker thread that runs one task after another. A thread that dies fails its task and is not used again. */
export class AnalysisThread {
  readonly #worker = new Worker(processEntry('analysisWorker'), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  readonly #onInternalError: (detail: string) => void;
  #task: TaskListener | undefined;
  #dead = false;

  constructor(onInternalError: (detail: string) => void) {
    this.#onInternalError = onInternalError;
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) =>
      this.#die(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    this.#worker.on('exit', (code) => this.#die(`the analysis thread ended with ${code}`));
    // An idle thread does not keep the process alive.
    this.#worker.unref();
  }

  get isUsable(): boolean {
    return !this.#dead;
  }

  /** Starts a task. Its listener receives messages until the task is done or has failed. */
  begin(message: ToWorker, task: TaskListener, transfer: readonly Transferable[] = []): void {
    this.#task = task;
    this.#worker.ref();
    this.say(message, transfer);
  }

  say(message: ToWorker, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  /**
   * Asks the thread to end. It does so between two calls of the inference library, because a thread that is terminated
   * during one aborts the whole process.
   */
  async close(): Promise<void> {
    if (this.#dead) return;
    this.#dead = true;
    this.#task = undefined;
    // While a task is awaited, the process must stay alive.
    this.#worker.ref();
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.say({ type: 'close' });
    const timer = setTimeout(() => void this.#worker.terminate(), PATIENCE_MS);
    await ended;
    clearTimeout(timer);
  }

  #receive(message: FromWorker): void {
    // Messages in transit to a closing thread must reach it before the process ends.
    if (this.#dead) return;
    const task = this.#task;
    if (['done', 'party-over', 'baseline', 'failed'].includes(message.type)) {
      this.#task = undefined;
      this.#worker.unref();
    }
    if (message.type !== 'failed') {
      task?.onMessage(message);
      return;
    }
    if (message.error.code === 'internal') this.#onInternalError(message.detail);
    task?.onFailure(fromAppErrorData(message.error));
  }

  #die(detail: string): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#onInternalError(detail);
    const task = this.#task;
    this.#task = undefined;
    task?.onFailure(
      new AppError('internal', 'The analysis stopped unexpectedly. Try again; the details are in the log.'),
    );
  }
}
