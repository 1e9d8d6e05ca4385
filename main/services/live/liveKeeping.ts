import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallMark } from '../../../core/model/callMark.ts';
import type { CallInput } from '../../../core/model/callReport.ts';
import { type CueMark, wrongCuesAfter } from '../../../core/model/cueMark.ts';
import type { Role } from '../../../core/model/role.ts';
import type { LiveAnalysis } from '../../analysis/analysis.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { CallService } from '../calls/callService.ts';
import type { NotesService } from '../calls/notesService.ts';
import { CallRecorder, type RecordedParty, recordingFormat } from './callRecorder.ts';

/** What is known of a call is kept this often at first, */
const snapshotSeconds = 1;
/** and later once in this share of its length: a snapshot of an hour takes 20 ms, and half a megabyte is written. */
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
    message: 'The recording stopped: the disk is full or cannot be written. What was recorded is kept.',
  },
} as const;

export interface LiveKeepingOptions {
  readonly callId: string;
  readonly kind: 'live' | 'practice';
  readonly title: string;
  readonly parties: readonly RecordedParty[];
  readonly startedAt: Date;
  /** What analysing the recording anew would need, should the call be broken off. */
  readonly session: { readonly inputs: CallInput[]; readonly baseline: Baseline | null };
  readonly recordAudio: boolean;
  readonly analysis: LiveAnalysis;
  readonly calls: CallService;
  readonly notes: Pick<NotesService, 'change'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Keeps a live call while it goes on: what is known of it every second, after ten minutes every 600th of its length, and its
 * audio where that was asked for. So the call is there, up to its last seconds, whatever happens to the app, and keeping an
 * hour costs no more a second than keeping ten minutes.
 */
export class LiveKeeping {
  readonly #options: LiveKeepingOptions;
  readonly #listeners = new Set<(change: RecordingChange) => void>();
  readonly #stopSnapshots: () => void;
  #recorder: CallRecorder | undefined;
  #recording: RecordingChange | undefined;
  #snapshot: Promise<void> | undefined;
  /** The last change of the call's notes; they are made one after another. */
  #noted: Promise<unknown> | undefined;
  /** Times in seconds since the call was begun. */
  #elapsed = 0;
  #nextSnapshotAt = 0;

  private constructor(options: LiveKeepingOptions) {
    this.#options = options;
    this.#stopSnapshots = options.clock.every(snapshotSeconds, () => {
      this.#elapsed += snapshotSeconds;
      // A snapshot that is still being written is not asked for twice.
      if (this.#elapsed < this.#nextSnapshotAt || this.#snapshot) return;
      this.#nextSnapshotAt = this.#elapsed * (1 + snapshotShare);
      this.#snapshot = this.#keepSnapshot().finally(() => {
        this.#snapshot = undefined;
      });
    });
  }

  static async begin(options: LiveKeepingOptions): Promise<LiveKeeping> {
    const { callId, kind, title, parties, startedAt, calls } = options;
    calls.begin({ callId, kind, title, roles: parties.map(({ role }) => role), startedAt });
    const keeping = new LiveKeeping(options);
    if (options.recordAudio) await keeping.#startRecording();
    return keeping;
  }

  /** Hears of the present state at once, and of every change. */
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

  /** Keeps a mark with the call at once. */
  mark(mark: CallMark): void {
    this.#note((before) => ({ ...before, marks: [...before.marks, mark] }));
  }

  /** Keeps at once what the agent says of a cue. */
  markCue(mark: CueMark): void {
    this.#note((before) => ({ ...before, wrongCues: wrongCuesAfter(before.wrongCues, mark) }));
  }

  /** @throws AppError `not-recording` */
  pause(): void {
    this.#runningRecorder().pause();
    this.#change('paused');
    const { callId, session, calls, logger } = this.#options;
    calls.saveSession(callId, { ...session, paused: true }).catch((error: unknown) => {
      logger.error('A pause could not be noted', error);
    });
  }

  /** @throws AppError `not-recording` */
  resume(): void {
    this.#runningRecorder().resume();
    this.#change('on');
  }

  /** Ends the call and keeps its report. Returns its id. */
  async complete(): Promise<string> {
    const { callId, analysis, calls, clock } = this.#options;
    try {
      await this.#stop();
      await calls.keep(callId, 'complete', clock.now(), await encodeCall(await analysis.finish()));
      return callId;
    } catch (error) {
      calls.breakOff(callId);
      throw error;
    }
  }

  /** Ends the call without the analysis: what was known at the last snapshot stays. */
  async breakOff(): Promise<void> {
    const { callId, analysis, calls } = this.#options;
    await analysis.abort();
    await this.#stop();
    calls.breakOff(callId);
  }

  #note(change: Parameters<NotesService['change']>[1]): void {
    const { callId, notes, logger } = this.#options;
    this.#noted = notes.change(callId, change).catch((error: unknown) => {
      logger.error('A mark could not be kept', error);
    });
  }

  async #stop(): Promise<void> {
    this.#stopSnapshots();
    await this.#noted;
    await this.#snapshot;
    await this.#recorder?.close();
  }

  async #startRecording(): Promise<void> {
    const { callId, parties, session, calls } = this.#options;
    try {
      await calls.saveSession(callId, { ...session, paused: false });
      const sink = await calls.record(callId, recordingFormat(parties));
      this.#recorder = new CallRecorder(sink, parties, (error) => this.#fail(error));
      this.#change('on');
    } catch (error) {
      this.#fail(error);
    }
  }

  async #keepSnapshot(): Promise<void> {
    const { callId, analysis, calls, clock, logger } = this.#options;
    try {
      const moment = clock.now();
      await calls.keep(callId, 'running', moment, await analysis.snapshot());
    } catch (error) {
      // The analysis tells by itself when it has failed, and the next snapshot is another try.
      if (!(error instanceof AppError)) logger.error('What is known of the call could not be kept', error);
    }
  }

  #runningRecorder(): CallRecorder {
    if (this.#recorder && this.#recording?.state !== 'failed') return this.#recorder;
    throw new AppError('not-recording', 'This call is not being recorded.');
  }

  #fail(error: unknown): void {
    const { callId, calls, logger } = this.#options;
    logger.error('The recording of a call failed', error);
    calls.recordingFailed(callId, error);
    this.#change('failed');
  }

  #change(state: RecordingChange['state']): void {
    this.#recording = changes[state];
    for (const listener of this.#listeners) listener(this.#recording);
  }
}
