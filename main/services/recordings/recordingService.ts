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

/** Jobs waiting or remembered, so that a page loaded anew can ask how one ended. */
const maxJobs = 50;

export interface AnalyzeRequest {
  readonly source:
    | { readonly kind: 'upload'; readonly streamId: string }
    | { readonly kind: 'sample'; readonly id: string };
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
  /** Leaves a recording alone that the library has already. */
  readonly onlyNew?: boolean;
}

/** Analysis of recorded calls, one at a time in the order they were asked for. */
export interface RecordingService {
  samples(): Promise<Sample[]>;
  /** @throws AppError `no-such-upload`, `file-not-found` (no such sample), `too-large` (too many waiting) */
  analyze(request: AnalyzeRequest): Promise<{ jobId: string }>;
  /** Measures a call anew. @throws AppError `no-such-call`, `roles-mismatch`, `too-many` */
  reanalyze(callId: string, roles: readonly Role[]): Promise<{ jobId: string }>;
  /** @throws AppError `no-such-upload` */
  watch(jobId: string, signal?: AbortSignal): AsyncGenerator<AnalysisEvent, void>;
  /** One that is over, or not known, is no error. */
  cancel(jobId: string): void;
  close(): Promise<void>;
}

/** What a job analyses, once it is there. */
interface Recording {
  readonly title: string;
  readonly path: string;
  readonly baseline: Baseline | null;
  readonly upload: Upload | undefined;
}

export function createRecordingService(options: {
  readonly keeper: RecordingImporter;
  readonly remeasuring: CallRemeasuring;
  readonly streams: StreamService;
  readonly samples: SampleCalls;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}): RecordingService {
  const { keeper, remeasuring, streams, samples, clock, createId, logger } = options;
  const jobs = new Map<string, AnalysisJob>();
  const queue = new PQueue({ concurrency: 1 });

  async function find(source: AnalyzeRequest['source']): Promise<Recording> {
    if (source.kind === 'sample') return { ...(await samples.get(source.id)), upload: undefined };
    const upload = streams.takeUpload(source.streamId);
    return { title: upload.name, path: upload.path, baseline: null, upload };
  }

  async function analyze(recording: Recording, request: AnalyzeRequest, job: AnalysisJob) {
    try {
      await job.unlessCancelled(recording.upload?.completed);
      return await keeper.keep(
        {
          path: recording.path,
          title: recording.title,
          roles: request.roles,
          baseline: request.baseline ?? recording.baseline,
        },
        { onlyNew: request.onlyNew ?? false, signal: job.signal, onProgress: (fraction) => job.progress(fraction) },
      );
    } finally {
      await recording.upload?.drop();
    }
  }

  function enqueue(work: (job: AnalysisJob) => Promise<ImportedRecording>): { jobId: string } {
    const jobId = createId();
    const job = new AnalysisJob(clock, logger);
    jobs.set(jobId, job);
    void queue.add(() => job.run(() => work(job)));
    return { jobId };
  }

  function forgetOldJobs(): void {
    for (const [jobId, job] of jobs) {
      if (jobs.size < maxJobs) return;
      if (job.isOver) jobs.delete(jobId);
    }
    if (jobs.size >= maxJobs) {
      throw new AppError('too-many', 'Too many recordings are waiting. Let some of them finish first.');
    }
  }

  return {
    samples: () => samples.list(),
    async analyze(request) {
      forgetOldJobs();
      const recording = await find(request.source);
      return enqueue((job) => analyze(recording, request, job));
    },
    async reanalyze(callId, roles) {
      forgetOldJobs();
      remeasuring.check(callId, roles);
      return enqueue(async (job) => {
        const { signal } = job;
        await remeasuring.measure(callId, roles, { signal, onProgress: (fraction) => job.progress(fraction) });
        return { callId, wasKnown: true };
      });
    },
    watch(jobId, signal) {
      const job = jobs.get(jobId);
      if (!job) throw new AppError('no-such-job', 'This analysis is no longer known. Open the recording again.');
      return job.watch(signal);
    },
    cancel: (jobId) => jobs.get(jobId)?.cancel(),
    async close() {
      for (const job of jobs.values()) job.cancel();
      await queue.onIdle();
    },
  };
}
