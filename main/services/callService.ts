import { rm } from 'node:fs/promises';
import type { CallDetail, CallListItem } from '../../contract/callContract.ts';
import { AppError } from '../../core/model/appError.ts';
import type { AnalysisResult } from '../analysis/analysis.ts';

/** Calls of this run kept at hand; an older one goes, and its audio with it. */
const maxCalls = 50;

export interface FinishedCall {
  readonly callId: string;
  readonly title: string;
  readonly endedAt: Date;
  readonly result: AnalysisResult;
  /** Two-channel WAV in this run's private folder; null where no audio was kept. */
  readonly audioFile: string | null;
}

/** The calls of this run of the app. */
export interface CallService {
  add(call: FinishedCall): Promise<void>;
  list(): CallListItem[];
  /** @throws AppError `no-such-call` */
  get(callId: string): CallDetail;
  /** For a host to serve at `audioPath(callId)`; undefined where there is none. */
  audioFile(callId: string): string | undefined;
}

/** Path of a call's audio below a host's own address. */
export function audioPath(callId: string): string {
  return `/audio/${encodeURIComponent(callId)}`;
}

export function createCallService(): CallService {
  const calls = new Map<string, FinishedCall>();

  return {
    async add(call) {
      calls.set(call.callId, call);
      const [oldest] = calls.values();
      if (calls.size <= maxCalls || !oldest) return;
      calls.delete(oldest.callId);
      if (oldest.audioFile) await rm(oldest.audioFile, { force: true });
    },
    list: () => [...calls.values()].reverse().map(toListItem),
    get(callId) {
      const call = calls.get(callId);
      if (!call) throw new AppError('no-such-call', 'This call is no longer here. Analyse its recording again.');
      return {
        ...toListItem(call),
        report: call.result.report,
        peaks: [...call.result.peaks],
        audioUrl: call.audioFile ? audioPath(callId) : null,
      };
    },
    audioFile: (callId) => calls.get(callId)?.audioFile ?? undefined,
  };
}

function toListItem({ callId, title, endedAt, result }: FinishedCall): CallListItem {
  const { kind, durationSeconds } = result.report.source;
  return { callId, title, kind, endedAt: endedAt.toISOString(), durationSeconds };
}
