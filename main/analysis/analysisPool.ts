import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { Role } from '../../core/model/role.ts';
import type { EncodedCall } from '../storage/calls/callCodec.ts';
import type {
  Analysis,
  AnalysisResult,
  BaselineRequest,
  EnrolmentAnalysis,
  EnrolmentRequest,
  FileAnalysisRequest,
  LiveAnalysis,
  LiveAnalysisRequest,
} from './analysis.ts';
import { AnalysisThread, type TaskMessage } from './analysisThread.ts';
import { PartiesInStep } from './partiesInStep.ts';
import type { ToWorker } from './workerProtocol.ts';

interface Task {
  readonly message: ToWorker;
  readonly transfer: readonly Transferable[];
}

/**
 * Worker threads that run the call pipeline. Threads are reused, and each loads the speech model once. A file occupies
 * one thread, and a second one for its second party while no other file needs it.
 */
export class AnalysisPool implements Analysis {
  readonly #jobs: number;
  readonly #onInternalError: (detail: string) => void;
  readonly #idle: AnalysisThread[] = [];
  readonly #threads = new Set<AnalysisThread>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #lives = 0;

  /**
   * @param jobs threads for files; a live call has its own, and takes all but one of these as soon as they are free
   * @param onInternalError called with the details of every error that the user cannot correct
   */
  constructor(jobs: number, onInternalError: (detail: string) => void) {
    if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`cannot run ${jobs} jobs`);
    this.#jobs = jobs;
    this.#onInternalError = onInternalError;
  }

  analyzeFile(
    request: FileAnalysisRequest,
    { onProgress, signal }: { readonly onProgress?: (fraction: number) => void; readonly signal?: AbortSignal } = {},
  ): Promise<AnalysisResult> {
    const task = (): Task => {
      const secondParty = this.#lendThread();
      return {
        message: { type: 'analyze-file', request, secondParty },
        transfer: secondParty ? [secondParty] : [],
      };
    };
    return this.#runJob<AnalysisResult>(task, signal, (message, resolve) => {
      if (message.type === 'progress') onProgress?.(message.fraction);
      else if (message.type === 'done') resolve(message.result);
    });
  }

  measureBaseline(request: BaselineRequest): Promise<Baseline> {
    const task = (): Task => ({ message: { type: 'measure-baseline', request }, transfer: [] });
    return this.#runJob<Baseline>(task, undefined, (message, resolve) => {
      if (message.type === 'baseline') resolve(message.baseline);
    });
  }

  openLive(request: LiveAnalysisRequest): Promise<LiveAnalysis> {
    const listeners = new Set<(event: CallEvent) => void>();
    const awaited: { resolve(call: EncodedCall): void; reject(reason: AppError): void }[] = [];
    const giveUp = (reason: AppError) => {
      for (const snapshot of awaited.splice(0)) snapshot.reject(reason);
    };
    const inStep = new PartiesInStep(request.inputs);
    const task = this.#openTask<AnalysisResult>(
      { type: 'open-live', request },
      (message, resolve) => {
        if (message.type === 'done') resolve(message.result);
        else if (message.type === 'snapshot') awaited.shift()?.resolve(message.call);
        else if (message.type === 'events') {
          for (const event of message.events) for (const listener of listeners) listener(event);
        }
      },
      giveUp,
    );
    this.#lives += 1;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      this.#lives -= 1;
      for (const begin of this.#waiting.splice(0)) begin();
    };
    const held = (): ToWorker[] => {
      const parties = inStep.take();
      return parties.length > 0 ? [{ type: 'samples', parties }] : [];
    };
    const handOver = () => held().forEach(task.say);
    return Promise.resolve({
      push(role: Role, samples: Float32Array) {
        if (inStep.push(role, samples)) handOver();
      },
      gap(role: Role, sampleCount: number, reason: string) {
        handOver();
        inStep.skip(role, sampleCount);
        task.say({ type: 'gap', role, sampleCount, reason });
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      snapshot: () =>
        new Promise((resolve, reject) => {
          handOver();
          task.say({ type: 'snapshot' });
          awaited.push({ resolve, reject });
        }),
      finish: () => task.finish(...held()).finally(over),
      abort: async () => {
        await task.drop().finally(over);
        giveUp(new AppError('cancelled', 'The call was discarded.'));
      },
    });
  }

  openEnrolment(request: EnrolmentRequest): Promise<EnrolmentAnalysis> {
    let speechSeconds = 0;
    const task = this.#openTask<Baseline>({ type: 'open-enrolment', request }, (message, resolve) => {
      if (message.type === 'speech') speechSeconds = message.seconds;
      else if (message.type === 'baseline') resolve(message.baseline);
    });
    return Promise.resolve({
      get speechSeconds() {
        return speechSeconds;
      },
      push: (samples: Float32Array) => task.say({ type: 'samples', parties: [{ role: 'agent', samples }] }),
      finish: () => task.finish(),
      close: task.drop,
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.close()));
    this.#threads.clear();
    this.#idle.length = 0;
  }

  /** Starts a task on its own thread that receives input while it runs. */
  #openTask<Result>(
    begin: ToWorker,
    receive: (message: TaskMessage, resolve: (result: Result) => void) => void,
    onFailure: (error: AppError) => void = () => undefined,
  ) {
    const thread = this.#take();
    let failure: AppError | undefined;
    let isOver = false;
    const result = new Promise<Result>((resolve, reject) => {
      thread.begin(begin, {
        onMessage: (message) => receive(message, resolve),
        onFailure: (error) => {
          failure = error;
          reject(error);
          onFailure(error);
        },
      });
    });
    // `finish` reports a failure; until then nobody awaits the result.
    result.catch(() => undefined);
    return {
      say(message: ToWorker): void {
        if (failure) throw failure;
        thread.say(message);
      },
      /** @param last messages to send first */
      finish: async (...last: ToWorker[]): Promise<Result> => {
        isOver = true;
        for (const message of [...last, { type: 'finish' } as const]) thread.say(message);
        try {
          return await result;
        } finally {
          this.#giveBack(thread);
        }
      },
      /** Discards an unfinished task and its thread. */
      drop: async (): Promise<void> => {
        if (isOver) return;
        isOver = true;
        this.#threads.delete(thread);
        await thread.close();
      },
    };
  }

  /** Runs a task on a thread once fewer than the allowed number are running. */
  async #runJob<Result>(
    task: () => Task,
    signal: AbortSignal | undefined,
    receive: (message: TaskMessage, resolve: (result: Result) => void) => void,
  ): Promise<Result> {
    while (this.#running >= this.#fileThreads) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    const thread = this.#take();
    // Deferred until every job requested at the same time has its thread.
    await Promise.resolve();
    const { message: first, transfer } = task();
    const cancel = () => thread.say({ type: 'cancel' });
    try {
      return await new Promise<Result>((resolve, reject) => {
        const onMessage = (message: TaskMessage) => receive(message, resolve);
        thread.begin(first, { onMessage, onFailure: reject }, transfer);
        if (signal?.aborted) cancel();
        signal?.addEventListener('abort', cancel, { once: true });
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#end(thread);
    }
  }

  /** More than one would slow down a call in progress and the softphone. */
  get #fileThreads(): number {
    return this.#lives > 0 ? 1 : this.#jobs;
  }

  /** Assigns an idle thread to work for another; null if none is free. */
  #lendThread(): MessagePort | null {
    if (this.#running >= this.#fileThreads || this.#waiting.length > 0) return null;
    this.#running += 1;
    const thread = this.#take();
    const { port1, port2 } = new MessageChannel();
    const over = () => this.#end(thread);
    thread.begin({ type: 'measure-party', port: port2 }, { onMessage: over, onFailure: over }, [port2]);
    return port1;
  }

  #end(thread: AnalysisThread): void {
    this.#giveBack(thread);
    this.#running -= 1;
    this.#waiting.shift()?.();
  }

  #take(): AnalysisThread {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const thread = new AnalysisThread(this.#onInternalError);
    this.#threads.add(thread);
    return thread;
  }

  #giveBack(thread: AnalysisThread): void {
    if (thread.isUsable) this.#idle.push(thread);
    else this.#threads.delete(thread);
  }
}
