import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallEvent } from '../../../core/model/callEvent.ts';
import type { Cue } from '../../../core/model/cue.ts';
import type { Role } from '../../../core/model/role.ts';
import type {
  Analysis,
  AnalysisResult,
  EnrolmentAnalysis,
  EnrolmentRequest,
  FileAnalysisRequest,
  LiveAnalysis,
  LiveAnalysisRequest,
} from '../../../main/analysis/analysis.ts';
import { createWavFile } from '../../../main/audio/wavWriter.ts';
import { type EncodedCall, encodeCall } from '../../../main/storage/calls/callCodec.ts';
import { exampleBaseline, exampleResult } from './exampleReport.ts';

type Handed = { readonly role: Role; readonly samples: number; readonly gap?: string };

/** A live analysis that records its input and returns events set by the test. */
export class FakeLiveAnalysis implements LiveAnalysis {
  readonly request: LiveAnalysisRequest;
  readonly handed: Handed[] = [];
  outcome: 'running' | 'finished' | 'aborted' = 'running';
  failure: Error | undefined;
  /** The cue ledger of its report. */
  readonly cues: Cue[] = [];
  readonly #listeners = new Set<(event: CallEvent) => void>();

  constructor(request: LiveAnalysisRequest) {
    this.request = request;
  }

  say(event: CallEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  samplesOf(role: Role): number {
    return this.handed.filter((item) => item.role === role).reduce((sum, item) => sum + item.samples, 0);
  }

  push(role: Role, samples: Float32Array): void {
    if (this.failure) throw this.failure;
    this.handed.push({ role, samples: samples.length });
  }

  gap(role: Role, sampleCount: number, reason: string): void {
    this.handed.push({ role, samples: sampleCount, gap: reason });
  }

  onEvent(listener: (event: CallEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async snapshot(): Promise<EncodedCall> {
    if (this.failure) throw new AppError('internal', 'The analysis stopped unexpectedly.');
    return encodeCall(exampleResult('live'));
  }

  async finish(): Promise<AnalysisResult> {
    if (this.failure) throw this.failure;
    this.outcome = 'finished';
    const { report, peaks } = exampleResult('live');
    return { report: { ...report, cues: this.cues }, peaks };
  }

  async abort(): Promise<void> {
    this.outcome = 'aborted';
  }
}

/** An enrolment whose length and level the test sets. */
export class FakeEnrolmentAnalysis implements EnrolmentAnalysis {
  readonly request: EnrolmentRequest;
  speechSeconds = 0;
  activeLufs = -24;
  failure: Error | undefined;
  outcome: 'running' | 'finished' | 'dropped' = 'running';

  constructor(request: EnrolmentRequest) {
    this.request = request;
  }

  push(samples: Float32Array): void {
    this.speechSeconds += samples.length / this.request.sampleRateHz;
  }

  async finish(): Promise<Baseline> {
    this.outcome = 'finished';
    if (this.failure) throw this.failure;
    const { device, agc } = this.request;
    return exampleBaseline({ device, agc }, this.activeLufs);
  }

  async close(): Promise<void> {
    if (this.outcome === 'running') this.outcome = 'dropped';
  }
}

interface FileJob {
  readonly request: FileAnalysisRequest;
  readonly progress: (fraction: number) => void;
  readonly finish: () => Promise<void>;
  readonly fail: (error: Error) => void;
}

/** Analyses when the test asks, or immediately. */
export class FakeAnalysis implements Analysis {
  readonly jobs: FileJob[] = [];
  readonly lives: FakeLiveAnalysis[] = [];
  readonly readings: FakeEnrolmentAnalysis[] = [];
  /** Properties of the enrolments to come. */
  nextEnrolment: Partial<Pick<FakeEnrolmentAnalysis, 'activeLufs' | 'failure'>> = {};
  /** Finishes file jobs as soon as they arrive. */
  atOnce = false;

  analyzeFile(
    request: FileAnalysisRequest,
    options: { readonly onProgress?: (fraction: number) => void; readonly signal?: AbortSignal } = {},
  ): Promise<AnalysisResult> {
    return new Promise((resolve, reject) => {
      const job: FileJob = {
        request,
        progress: (fraction) => options.onProgress?.(fraction),
        async finish() {
          if (request.playbackPath !== null) await writeSilence(request.playbackPath);
          resolve(exampleResult('file'));
        },
        fail: reject,
      };
      const cancel = () => reject(new AppError('cancelled', 'The analysis was cancelled.'));
      // Like the real analysis, it ignores a request that was cancelled in advance.
      if (options.signal?.aborted) return cancel();
      options.signal?.addEventListener('abort', cancel);
      this.jobs.push(job);
      if (this.atOnce) job.finish().catch(reject);
    });
  }

  async measureBaseline(): Promise<Baseline> {
    throw new AppError('not-enough-speech', 'There is too little speech in the recording. Read for longer.');
  }

  async openLive(request: LiveAnalysisRequest): Promise<LiveAnalysis> {
    const live = new FakeLiveAnalysis(request);
    this.lives.push(live);
    return live;
  }

  async openEnrolment(request: EnrolmentRequest): Promise<EnrolmentAnalysis> {
    const reading = Object.assign(new FakeEnrolmentAnalysis(request), this.nextEnrolment);
    this.readings.push(reading);
    return reading;
  }

  async close(): Promise<void> {}
}

async function writeSilence(path: string): Promise<void> {
  const wav = await createWavFile(path, { sampleRateHz: 16_000, channelCount: 2 });
  await wav.write([new Float32Array(800), new Float32Array(800)]);
  await wav.close();
}
