import PQueue from 'p-queue';
import type { AnalysisEvent, Sample } from '../../../contract/recordingContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { CallRemeasuring } from '../calls/callRemeasuring.ts';
import type { ImportedRecording, RecordingImporter } from '../calls/recordingImporter.ts';
import type { StreamService } from '../streams/streamService.ts';
import type { Upload } from '../streams/upload.ts';
import { AnalysisJob } from './analysisJob.ts';
import type { SampleCalls } from './sampleCalls.ts';

/** Jobs that wait or are remembered, so that a reloaded page can ask how one ended. */
const maxJobs = 50;

export interface AnalyzeRequest {
  readonly source:
    | { readonly kind: 'upload'; readonly streamId: string }
    | { readonly kind: 'sample'; readonly id: string };
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  /** Skips a recording that is already in the library. */
  readonly onlyNew?: boolean;
}

/** The subject of a job's analysis, once it has arrived. */
interface Recording {
  readonly title: string;
  readonly path: string;
  readonly baseline: Baseline | null;
  readonly upload: Upload | undefined;
}

interface RecordingServiceOptions {
  readonly importer: RecordingImporter;
  readonly remeasuring: CallRemeasuring;
  readonly streams: StreamService;
  readonly samples: SampleCalls;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}

/** Analyses recorded calls, one at a time in the order of the requests. */
export class RecordingService {
  readonly #options: RecordingServiceOptions;
  readonly #jobs = new Map<string, AnalysisJob>();
  readonly #queue = new PQueue({ concurrency: 1 });

  constructor(options: RecordingServiceOptions) {
    this.#options = options;
  }

  samples(): Promise<Sample[]> {
    return this.#options.samples.list();
  }

  /** @throws AppError `no-such-upload`, `file-not-found` (no such sample), `too-many` (waiting) */
  async analyze(request: AnalyzeRequest): Promise<{ jobId: string }> {
    this.#forgetOldJobs();
    const recording = await this.#find(request.source);
    return this.#enqueue((job) => this.#analyze(recording, request, job));
  }

  /** Remeasures a call. @throws AppError `no-such-call`, `roles-mismatch`, `too-many` */
  async reanalyze(callId: string, roles: readonly Role[]): Promise<{ jobId: string }> {
    const { remeasuring } = this.#options;
    this.#forgetOldJobs();
    remeasuring.check(callId, roles);
    return this.#enqueue(async (job) => {
      await remeasuring.measure(callId, roles, job);
      return { callId, wasKnown: true };
    });
  }

  /** @throws AppError `no-such-job` */
  watch(jobId: string, signal?: AbortSignal): AsyncGenerator<AnalysisEvent, void> {
    const job = this.#jobs.get(jobId);
    if (!job) throw new AppError('no-such-job', 'This analysis is no longer known. Open the recording again.');
    return job.watch(signal);
  }

  /** Does nothing if the job is over or unknown. */
  cancel(jobId: string): void {
    this.#jobs.get(jobId)?.cancel();
  }

  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.cancel();
    await this.#queue.onIdle();
  }

  async #find(source: AnalyzeRequest['source']): Promise<Recording> {
    const { samples, streams } = this.#options;
    if (source.kind === 'sample') return { ...(await samples.get(source.id)), upload: undefined };
    const upload = streams.takeUpload(source.streamId);
    return { title: upload.name, path: upload.path, baseline: null, upload };
  }

  async #analyze(recording: Recording, request: AnalyzeRequest, job: AnalysisJob): Promise<ImportedRecording> {
    const { title, path, upload } = recording;
    const { roles, onlyNew = false } = request;
    const baseline = request.baseline ?? recording.baseline;
    try {
      await job.unlessCancelled(upload?.completed);
      const { signal, onProgress } = job;
      return await this.#options.importer.import({ path, title, roles, baseline }, { onlyNew, signal, onProgress });
    } finally {
      await upload?.drop();
    }
  }

  #enqueue(work: (job: AnalysisJob) => Promise<ImportedRecording>): { jobId: string } {
    const { clock, createId, logger } = this.#options;
    const jobId = createId();
    const job = new AnalysisJob(clock, logger);
    this.#jobs.set(jobId, job);
    void this.#queue.add(() => job.run(() => work(job)));
    return { jobId };
  }

  #forgetOldJobs(): void {
    for (const [jobId, job] of this.#jobs) {
      if (this.#jobs.size < maxJobs) return;
      if (job.isOver) this.#jobs.delete(jobId);
    }
    if (this.#jobs.size >= maxJobs) {
      throw new AppError('too-many', 'Too many recordings are waiting. Let some of them finish first.');
    }
  }
}
