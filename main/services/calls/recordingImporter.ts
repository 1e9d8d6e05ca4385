import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Analysis, AnalysisResult } from '../../analysis/analysis.ts';
import { contentDigest } from '../../capture/file/contentDigest.ts';
import type { Clock } from '../../clock.ts';
import { KeyedQueue } from '../../keyedQueue.ts';
import { encodeCall } from '../../storage/calls/callCodec.ts';
import type { CallService } from './callService.ts';

export interface RecordingToImport {
  readonly path: string;
  readonly title: string;
  /** As in `FileAnalysisRequest`. */
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  readonly agent?: string | null;
  readonly tags?: readonly string[];
  /** Now, where nobody can say. */
  readonly startedAt?: Date | undefined;
}

export interface ImportedRecording {
  readonly callId: string;
  /** The library had the recording already, as this call. */
  readonly wasKnown: boolean;
}

interface ImportOptions {
  /** Leaves a recording alone that the library has already. */
  readonly onlyNew: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** Further changes to the database, made in the moment in which the call is complete or not at all. */
  readonly alongside?: () => void;
}

/** Makes calls of recordings. */
export interface RecordingImporter {
  /** Analyses a recording and puts it into the library. @throws AppError as `contentDigest` and `Analysis.analyzeFile` */
  keep(recording: RecordingToImport, options: ImportOptions): Promise<ImportedRecording>;
}

export function createRecordingImporter(options: {
  readonly analysis: Analysis;
  readonly calls: CallService;
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
}): RecordingImporter {
  const { analysis, calls, dir, clock, createId } = options;
  /** By content, so that the second of two copies finds the first. */
  const queue = new KeyedQueue();

  async function analyse(
    recording: RecordingToImport,
    content: Uint8Array,
    keepOptions: ImportOptions,
  ): Promise<string> {
    const { path, title, roles, baseline } = recording;
    const { signal, onProgress, alongside } = keepOptions;
    const callId = createId();
    const playbackPath = join(dir, `call-${callId}.wav`);
    try {
      const request = { path, fileName: title, reportedPath: null, roles, baseline, playbackPath };
      const result = await analysis.analyzeFile(request, { signal, onProgress });
      await enter(callId, { ...recording, content }, result, playbackPath, alongside);
      return callId;
    } finally {
      await rm(playbackPath, { force: true });
    }
  }

  async function enter(
    callId: string,
    recording: RecordingToImport & { readonly content: Uint8Array },
    result: AnalysisResult,
    audioFile: string,
    alongside: (() => void) | undefined,
  ): Promise<void> {
    const { title, agent = null, tags = [], content, startedAt = clock.now() } = recording;
    const roles = result.report.source.inputs.map(({ role }) => role);
    calls.begin({ callId, kind: 'file', title, agent, tags, roles, content, startedAt });
    try {
      await calls.saveAudio(callId, audioFile);
      await calls.saveSession(callId, {
        inputs: result.report.source.inputs,
        baseline: recording.baseline,
        paused: false,
      });
      await calls.keep(callId, 'complete', clock.now(), await encodeCall(result), alongside);
    } catch (error) {
      calls.erase([callId]);
      throw error;
    }
  }

  return {
    async keep(recording, keepOptions) {
      const content = await contentDigest(recording.path, recording.title, keepOptions.signal);
      return queue.run(Buffer.from(content).toString('base64url'), async () => {
        const known = keepOptions.onlyNew ? calls.findByContent(content) : undefined;
        if (known !== undefined) return { callId: known, wasKnown: true };
        return { callId: await analyse(recording, content, keepOptions), wasKnown: false };
      });
    },
  };
}
