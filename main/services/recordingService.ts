import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallListItem } from '../../contract/callContract.ts';
import type { AnalysisEvent, Sample } from '../../contract/recordingContract.ts';
import { AppError } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallReport } from '../../core/model/callReport.ts';
import type { Role } from '../../core/model/role.ts';
import type { Analysis, AnalysisResult } from '../analysis/analysis.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { encodeCall } from '../storage/calls/callCodec.ts';
import { AnalysisJob } from './analysisJob.ts';
import type { CallService } from './callService.ts';
import type { SampleCalls } from './sampleCalls.ts';
import type { StreamService } from './streamService.ts';
import type { Upload } from './upload.ts';

/** Jobs waiting or remembered, so that a page loaded anew can ask how one ended. */
const maxJobs = 50;

export interface AnalyzeRequest {
  readonly source:
    | { readonly kind: 'upload'; readonly streamId: string }
    | { readonly kind: 'sample'; readonly id: string };
  readonly roles: readonly (Role | null)[] | null;
  readonly baseline: Baseline | null;
}

/** Analysis of recorded calls, one at a time in the order they were asked for. */
export interface RecordingService {
  samples(): Promise<Sample[]>;
  /** @throws AppError `no-such-upload`, `file-not-found` (no such sample), `too-large` (too many waiting) */
  analyze(request: AnalyzeRequest): Promise<{ jobId: string }>;
  /** Measures a call anew from its kept audio. @throws AppError `no-such-call`, `empty-audio`, `roles-mismatch`, `too-many` */
  reanalyze(callId: string, roles: readonly Role[]): Promise<{ jobId: string }>;
  /** @throws AppError `no-such-upload` */
  watch(jobId: string, signal?: AbortSignal): AsyncIterable<AnalysisEvent>;
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
  readonly analysis: Analysis;
  readonly streams: StreamService;
  readonly calls: CallService;
  readonly samples: SampleCalls;
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}): RecordingService {
  const { analysis, streams, calls, samples, dir, clock, createId, logger } = options;
  const jobs = new Map<string, AnalysisJob>();
  let queue = Promise.resolve();

  async function find(source: AnalyzeRequest['source']): Promise<Recording> {
    if (source.kind === 'sample') return { ...(await samples.get(source.id)), upload: undefined };
    const upload = streams.takeUpload(source.streamId);
    return { title: upload.name, path: upload.path, baseline: null, upload };
  }

  async function analyze(recording: Recording, request: AnalyzeRequest, job: AnalysisJob): Promise<string> {
    const callId = createId();
    const audioFile = join(dir, `call-${callId}.wav`);
    try {
      await job.unlessCancelled(recording.upload?.completed);
      const result = await analysis.analyzeFile(
        {
          path: recording.path,
          fileName: recording.title,
          reportedPath: null,
          roles: request.roles,
          baseline: request.baseline ?? recording.baseline,
          playbackPath: audioFile,
        },
        { signal: job.signal, onProgress: (fraction) => job.progress(fraction) },
      );
      await keep(callId, recording, request.baseline ?? recording.baseline, result, audioFile);
      return callId;
    } finally {
      await rm(audioFile, { force: true });
      await recording.upload?.drop();
    }
  }

  async function keep(
    callId: string,
    recording: Recording,
    baseline: Baseline | null,
    result: AnalysisResult,
    audioFile: string,
  ): Promise<void> {
    const { inputs, startedAt } = result.report.source;
    calls.begin({
      callId,
      kind: 'file',
      title: recording.title,
      roles: inputs.map(({ role }) => role),
      startedAt: startedAt === null ? clock.now() : new Date(startedAt),
    });
    try {
      await calls.keepAudio(callId, audioFile);
      await calls.keepSession(callId, { inputs, baseline, paused: false });
      await calls.keep(callId, 'complete', clock.now(), await encodeCall(result));
    } catch (error) {
      calls.erase([callId]);
      throw error;
    }
  }

  async function analyzeAnew(call: CallListItem, roles: readonly Role[], job: AnalysisJob): Promise<string> {
    const { callId } = call;
    const path = join(dir, `again-${callId}.wav`);
    try {
      const audio = await calls.audio(callId);
      if (!audio) throw new AppError('empty-audio', 'No audio was kept of this call, so it cannot be measured anew.');
      try {
        await writeFile(path, audio.bytes(), { mode: 0o600 });
      } finally {
        await audio.close();
      }
      const baseline = (await calls.session(callId))?.baseline ?? null;
      const result = await analysis.analyzeFile(
        { path, fileName: call.title, reportedPath: null, roles, baseline, playbackPath: null },
        { signal: job.signal, onProgress: (fraction) => job.progress(fraction) },
      );
      const { report } = await calls.get(callId);
      const again = { ...result, report: withOrigin(result.report, report, call.roles, roles) };
      await calls.keep(callId, call.state, new Date(call.endedAt), await encodeCall(again));
      calls.setRoles(callId, roles);
      return callId;
    } finally {
      await rm(path, { force: true });
    }
  }

  async function enqueue(work: (job: AnalysisJob) => Promise<string>): Promise<{ jobId: string }> {
    const jobId = createId();
    const job = new AnalysisJob(clock, logger);
    jobs.set(jobId, job);
    queue = queue.then(() => job.run(() => work(job)));
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
      const call = calls.item(callId);
      if (roles.length !== call.roles.length || new Set(roles).size < roles.length) {
        throw new AppError('roles-mismatch', 'Name each channel of this call once, with a party of its own.');
      }
      return enqueue((job) => analyzeAnew(call, roles, job));
    },
    watch(jobId, signal) {
      const job = jobs.get(jobId);
      if (!job) throw new AppError('no-such-job', 'This analysis is no longer known. Open the recording again.');
      return job.watch(signal);
    },
    cancel: (jobId) => jobs.get(jobId)?.cancel(),
    async close() {
      for (const job of jobs.values()) job.cancel();
      await queue;
    },
  };
}

/** What was measured anew, with what only the first analysis could know: where the sound came from, and what was marked. */
function withOrigin(
  measured: CallReport,
  { source, marks, gapsInCapture }: CallReport,
  rolesBefore: readonly Role[],
  roles: readonly Role[],
): CallReport {
  const nowOf = (role: Role) => roles[rolesBefore.indexOf(role)] ?? role;
  const moved = <T extends { readonly role: Role }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, role: nowOf(item.role) }));
  return {
    ...measured,
    source: { ...measured.source, ...source, inputs: moved(source.inputs) },
    marks,
    gapsInCapture: moved(gapsInCapture),
  };
}
