import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Analysis, AnalysisResult } from '../../analysis/analysis.ts';
import { contentDigest } from '../../capture/file/contentDigest.ts';
import type { Clock } from '../../clock.ts';
import { KeyedQueue } from '../../keyedQueue.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { Library } from '../../storage/calls/library.ts';

export interface RecordingToImport {
  readonly path: string;
  readonly title: string;
  /** As in `FileAnalysisRequest`. */
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  readonly agent?: string | null;
  readonly tags?: readonly string[];
  /** Now by default. */
  readonly startedAt?: Date | undefined;
}

export interface ImportedRecording {
  readonly callId: string;
  /** The library had the recording already, as this call. */
  readonly wasKnown: boolean;
}

interface ImportOptions {
  /** Leaves a recording alone if the library has it already. */
  readonly onlyNew: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** Further changes to the database, made together with the completion of the call or not at all. */
  readonly alongside?: () => void;
}

interface RecordingImporterOptions {
  readonly analysis: Analysis;
  readonly library: Library;
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** Makes calls of recordings. */
export class RecordingImporter {
  readonly #options: RecordingImporterOptions;
  /** By content, so that the second of two copies finds the first. */
  readonly #queue = new KeyedQueue();

  constructor(options: RecordingImporterOptions) {
    this.#options = options;
  }

  /** Analyses a recording and puts it into the library. @throws AppError as `contentDigest` and `Analysis.analyzeFile` */
  async import(recording: RecordingToImport, options: ImportOptions): Promise<ImportedRecording> {
    const content = await contentDigest(recording.path, recording.title, options.signal);
    return this.#queue.run(Buffer.from(content).toString('base64url'), async () => {
      const known = options.onlyNew ? this.#options.library.calls.findByContent(content) : undefined;
      if (known !== undefined) return { callId: known, wasKnown: true };
      return { callId: await this.#analyse(recording, content, options), wasKnown: false };
    });
  }

  async #analyse(
    recording: RecordingToImport,
    content: Uint8Array,
    { signal, onProgress, alongside }: ImportOptions,
  ): Promise<string> {
    const { analysis, dir, createId } = this.#options;
    const { path, title, roles, baseline } = recording;
    const callId = createId();
    const playbackPath = join(dir, `call-${callId}.wav`);
    try {
      const request = { path, fileName: title, reportedPath: null, roles, baseline, playbackPath };
      const result = await analysis.analyzeFile(request, { signal, onProgress });
      await this.#save(callId, { ...recording, content }, result, playbackPath, alongside);
      return callId;
    } finally {
      await rm(playbackPath, { force: true });
    }
  }

  async #save(
    callId: string,
    recording: RecordingToImport & { readonly content: Uint8Array },
    result: AnalysisResult,
    audioFile: string,
    alongside: (() => void) | undefined,
  ): Promise<void> {
    const { library, clock } = this.#options;
    const { writer, eraser } = library;
    const { title, baseline, agent = null, tags = [], content, startedAt = clock.now() } = recording;
    const { inputs } = result.report.source;
    const roles = inputs.map(({ role }) => role);
    writer.begin({ callId, kind: 'file', title, agent, tags, roles, content, startedAt });
    try {
      await writer.saveAudio(callId, audioFile);
      await writer.saveSession(callId, { inputs, baseline, paused: false });
      await writer.save(callId, 'complete', clock.now(), await encodeCall(result), alongside);
    } catch (error) {
      eraser.erase([callId]);
      throw error;
    }
  }
}
