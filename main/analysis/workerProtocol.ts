import type { MessagePort } from 'node:worker_threads';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Baseline } from '../../core/model/baseline.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import type { Role } from '../../core/model/role.ts';
import type { EncodedCall } from '../storage/calls/callCodec.ts';
import type {
  AnalysisResult,
  BaselineRequest,
  EnrolmentRequest,
  FileAnalysisRequest,
  LiveAnalysisRequest,
} from './analysis.ts';
import type { PartySamples } from './partiesInStep.ts';

/**
 * Messages from the pool to a thread with one task at a time: a file or one party of it, a baseline, an enrolment or a
 * live call.
 */
export type ToWorker =
  /** `secondParty` is a channel to a thread that measures the second party of the call; null if none is free. */
  | { readonly type: 'analyze-file'; readonly request: FileAnalysisRequest; readonly secondParty: MessagePort | null }
  | { readonly type: 'measure-party'; readonly port: MessagePort }
  | { readonly type: 'measure-baseline'; readonly request: BaselineRequest }
  | { readonly type: 'open-live'; readonly request: LiveAnalysisRequest }
  | { readonly type: 'open-enrolment'; readonly request: EnrolmentRequest }
  /** Samples of a live call's parties, or of an enrolment's one speaker, the agent. */
  | { readonly type: 'samples'; readonly parties: readonly PartySamples[] }
  | { readonly type: 'gap'; readonly role: Role; readonly sampleCount: number; readonly reason: string }
  | { readonly type: 'snapshot' }
  | { readonly type: 'finish' }
  | { readonly type: 'cancel' }
  /** Ends the thread as soon as it handles messages again. */
  | { readonly type: 'close' };

/** Messages from a worker thread about its task; `done`, `party-over`, `baseline` and `failed` end it. */
export type FromWorker =
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'events'; readonly events: readonly CallEvent[] }
  | { readonly type: 'snapshot'; readonly call: EncodedCall }
  /** Seconds of speech in an enrolment so far. */
  | { readonly type: 'speech'; readonly seconds: number }
  | { readonly type: 'done'; readonly result: AnalysisResult }
  | { readonly type: 'party-over' }
  | { readonly type: 'baseline'; readonly baseline: Baseline }
  /** `detail` is for the log: the actual cause if `error` is `internal`. */
  | { readonly type: 'failed'; readonly error: AppErrorData; readonly detail: string };
