import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallMark } from '../../../core/model/callMark.ts';
import type { CallNotes } from '../../../core/model/callNotes.ts';
import type { CallInput } from '../../../core/model/callReport.ts';
import { type CueMark, wrongCuesAfter } from '../../../core/model/cueMark.ts';
import type { Role } from '../../../core/model/role.ts';
import type { AnalysisResult } from '../../analysis/analysis.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { type EncodedCall, encodeCall } from '../../storage/calls/callCodec.ts';
import type { Library } from '../../storage/calls/library.ts';
import { CallRecorder, type RecordedParty, recordingFormat } from './callRecorder.ts';

/** A snapshot of the call is saved this often at first, in seconds. */
const snapshotSeconds = 1;
/** Later, one is saved after each such share of the call's length: an hour's takes 20 ms and writes half a megabyte. */
const snapshotShare = 1 / 600;

export interface RecordingChange {
  readonly state: 'on' | 'paused' | 'failed';
  readonly message: string;
}

const changes = {
  on: { state: 'on', message: 'The call is being recorded.' },
  paused: { state: 'paused', message: 'The recording is paused: silence is kept in place of what is said.' },
  failed: {
    state: 'failed',
    message: 'The recording stopped: the disk is full or can’t be written to. What was recorded so far is saved.',
  },
} as const;

export interface LiveCallSaverOptions {
  readonly callId: string;
  readonly kind: 'live' | 'practice';
  readonly title: string;
  readonly parties: readonly RecordedParty[];
  readonly startedAt: Date;
  /** Everything needed to analyse the recording again, should the call be interrupted. */
  readonly session: { readonly inputs: CallInput[]; readonly baseline: Baseline | null };
  readonly recordAudio: boolean;
  readonly library: Pick<Library, 'writer' | 'notes'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Saves a live call into the library while it runs: a snapshot of it every second, after ten minutes every 600th of its
 * length, and its audio if the agent records it. The call is therefore safe up to its last seconds, whatever happens to
 * the app, and a second of an hour's call costs no more to save than a second of ten minutes.
 */
export class LiveCallSaver {
  readonly #options: LiveCallSaverOptions;
  readonly #listeners = new Set<(change: RecordingChange) => void>();
  #stopSnapshots: (() => void) | undefined;
  #recorder: CallRecorder | undefined;
  #recording: RecordingChange | undefined;
  #snapshot: Promise<void> | undefined;
  /** The last change of the call's notes; they are made one after another. */
  #noted: Promise<unknown> | undefined;

  private constructor(options: LiveCallSaverOptions) {
    this.#options = options;
  }

  /** Enters the call in the library. */
  static async begin(options: LiveCallSaverOptions): Promise<LiveCallSaver> {
    const { callId, kind, title, parties, startedAt, library } = options;
    library.writer.begin({ callId, kind, title, roles: parties.map(({ role }) => role), startedAt });
    const saver = new LiveCallSaver(options);
    if (options.recordAudio) await saver.#startRecording();
    return saver;
  }

  /** Saves snapshots at intervals, until `stop`. */
  saveSnapshots(take: () => Promise<EncodedCall>): void {
    let elapsedSeconds = 0;
    let nextSeconds = 0;
    this.#stopSnapshots = this.#options.clock.every(snapshotSeconds, () => {
      elapsedSeconds += snapshotSeconds;
      // No second snapshot is taken while one is being written.
      if (elapsedSeconds < nextSeconds || this.#snapshot) return;
      nextSeconds = elapsedSeconds * (1 + snapshotShare);
      this.#snapshot = this.#saveSnapshot(take).finally(() => {
        this.#snapshot = undefined;
      });
    });
  }

  /** Calls the listener immediately with the present state, and then with every change. */
  onRecording(listener: (change: RecordingChange) => void): () => void {
    this.#listeners.add(listener);
    if (this.#recording) listener(this.#recording);
    return () => this.#listeners.delete(listener);
  }

  push(role: Role, samples: Float32Array): void {
    this.#recorder?.push(role, samples);
  }

  gap(role: Role, sampleCount: number): void {
    this.#recorder?.gap(role, sampleCount);
  }

  /** Saves a mark with the call immediately. */
  mark(mark: CallMark): void {
    this.#note((before) => ({ ...before, marks: [...before.marks, mark] }));
  }

  /** Saves immediately whether the agent marked a cue wrong. */
  markCue(mark: CueMark): void {
    this.#note((before) => ({ ...before, wrongCues: wrongCuesAfter(before.wrongCues, mark) }));
  }

  /** @throws AppError `not-recording` */
  pause(): void {
    this.#runningRecorder().pause();
    this.#change('paused');
    const { callId, session, library, logger } = this.#options;
    library.writer.saveSession(callId, { ...session, paused: true }).catch((error: unknown) => {
      logger.error('A pause could not be noted', error);
    });
  }

  /** @throws AppError `not-recording` */
  resume(): void {
    this.#runningRecorder().resume();
    this.#change('on');
  }

  /** Ends the snapshots and the recording, and waits until everything has been written. */
  async stop(): Promise<void> {
    this.#stopSnapshots?.();
    await this.#noted;
    await this.#snapshot;
    await this.#recorder?.close();
  }

  /** Saves the report of the finished call. */
  async complete(result: AnalysisResult): Promise<void> {
    const { callId, library, clock } = this.#options;
    await library.writer.save(callId, 'complete', clock.now(), await encodeCall(result));
  }

  /** Ends a call without a report: the last snapshot stays. */
  interrupt(): void {
    this.#options.library.writer.interrupt(this.#options.callId);
  }

  #note(change: (notes: CallNotes) => CallNotes): void {
    const { callId, library, logger } = this.#options;
    this.#noted = library.notes.change(callId, change).catch((error: unknown) => {
      logger.error('A mark could not be saved', error);
    });
  }

  async #startRecording(): Promise<void> {
    const { callId, parties, session, library } = this.#options;
    try {
      await library.writer.saveSession(callId, { ...session, paused: false });
      const sink = await library.writer.startAudio(callId, recordingFormat(parties));
      this.#recorder = new CallRecorder(sink, parties, (error) => this.#fail(error));
      this.#change('on');
    } catch (error) {
      this.#fail(error);
    }
  }

  async #saveSnapshot(take: () => Promise<EncodedCall>): Promise<void> {
    const { callId, library, clock, logger } = this.#options;
    try {
      const moment = clock.now();
      await library.writer.save(callId, 'running', moment, await take());
    } catch (error) {
      // The analysis itself reports its failure, and the next snapshot is another try.
      if (!(error instanceof AppError)) logger.error('A snapshot of the call could not be saved', error);
    }
  }

  #runningRecorder(): CallRecorder {
    if (this.#recorder && this.#recording?.state !== 'failed') return this.#recorder;
    throw new AppError('not-recording', 'This call is not being recorded.');
  }

  #fail(error: unknown): void {
    const { callId, library, logger } = this.#options;
    logger.error('The recording of a call failed', error);
    library.writer.recordingFailed(callId, error);
    this.#change('failed');
  }

  #change(state: RecordingChange['state']): void {
    this.#recording = changes[state];
    for (const listener of this.#listeners) listener(this.#recording);
  }
}
