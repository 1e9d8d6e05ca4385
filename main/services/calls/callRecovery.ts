import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallConfig } from '../../../core/config/callConfig.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Logger } from '../../logger.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { Library } from '../../storage/calls/library.ts';
import { BrokenSealError } from '../../storage/sealing/sealing.ts';

interface CallRecoveryOptions {
  readonly library: Library;
  readonly analysis: Analysis;
  /** With the agent's settings, by which an interrupted call is coached again. */
  readonly config: CallConfig;
  /** True for a run of the app that still goes on: its calls are its own. */
  readonly isAlive: (run: string) => boolean;
  /** This run's private folder. */
  readonly dir: string;
  readonly logger: Logger;
}

/** The recovery of calls that a crash interrupted. */
export class CallRecovery {
  /** Live calls that are in the library again. */
  readonly callIds: readonly string[];
  /** Resolves once each call is as complete as it can be. */
  readonly done: Promise<void>;
  readonly #options: CallRecoveryOptions;
  readonly #controller = new AbortController();

  private constructor(options: CallRecoveryOptions, callIds: readonly string[]) {
    this.#options = options;
    this.callIds = callIds;
    this.done = this.#analyseAll();
  }

  /**
   * Puts interrupted calls into the library: at once with what was known in their last second, and later, if there is a
   * recording, with what its analysis gives. An imported recording whose analysis was interrupted is erased; the file is still
   * where it came from.
   */
  static async start(options: CallRecoveryOptions): Promise<CallRecovery> {
    const { library, isAlive } = options;
    const callIds: string[] = [];
    for (const { callId, kind, state, run } of library.calls.unfinished()) {
      if (isAlive(run)) continue;
      if (state === 'preview' || kind === 'file') library.eraser.erase([callId]);
      else {
        if (!(await hasSound(library, callId))) library.eraser.eraseAudio(callId);
        library.writer.interrupt(callId);
        if (library.calls.find(callId)) callIds.push(callId);
      }
    }
    return new CallRecovery(options, callIds);
  }

  /** Abandons what is not done yet; the calls stay as they are. */
  async close(): Promise<void> {
    this.#controller.abort();
    await this.done;
  }

  async #analyseAll(): Promise<void> {
    const { signal } = this.#controller;
    for (const callId of this.callIds) {
      if (signal.aborted) return;
      try {
        await this.#analyse(callId, signal);
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') continue;
        this.#options.logger.error('The recording of an interrupted call could not be analysed', error);
      }
    }
  }

  async #analyse(callId: string, signal: AbortSignal): Promise<void> {
    const { analysis, config, dir } = this.#options;
    const { calls, reader, writer } = this.#options.library;
    const call = calls.find(callId);
    const session = await reader.session(callId);
    if (!call?.hasAudio || !session) return;
    const known = await reader.report(callId);
    if (session.paused && known) return;
    const audio = await reader.audio(callId);
    if (!audio) return;
    const path = join(dir, `recovered-${callId}.wav`);
    try {
      try {
        await writeFile(path, audio.bytes(), { mode: 0o600 });
      } finally {
        await audio.close();
      }
      const { inputs, baseline } = session;
      const { roles, startedAt } = call;
      const file = { path, fileName: 'recording', reportedPath: null, playbackPath: null };
      const { report, peaks } = await analysis.analyzeFile({ ...file, roles, baseline, config }, { signal });
      // What people marked, and where sound was missing, cannot be heard in the recording.
      const { marks = [], gapsInCapture = [] } = known ?? {};
      const source = { ...report.source, kind: 'live' as const, startedAt, inputs };
      const encoded = await encodeCall({ report: { ...report, source, marks, gapsInCapture }, peaks });
      const endedAt = new Date(Date.parse(startedAt) + encoded.durationSeconds * 1000);
      await writer.save(callId, 'recovered', endedAt, encoded);
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function hasSound({ reader }: Library, callId: string): Promise<boolean> {
  try {
    const audio = await reader.audio(callId);
    await audio?.close();
    return audio !== undefined && audio.durationSeconds > 0;
  } catch (error) {
    // Damaged audio stays, and does not stop the app from starting.
    if (error instanceof BrokenSealError) return true;
    throw error;
  }
}
