import { create } from 'zustand';
import type { LiveCall } from '../../contract/liveCall.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

export type LiveState =
  | { readonly phase: 'idle'; readonly call: undefined; readonly error: AppErrorData | undefined }
  | { readonly phase: 'starting'; readonly call: undefined; readonly error: undefined }
  | { readonly phase: 'running' | 'stopping'; readonly call: LiveCall; readonly error: undefined };

/** No call, with the reason why the last one could not start, if any. */
export function idleLive(error?: AppErrorData): LiveState {
  return { phase: 'idle', call: undefined, error };
}

export const useLiveStore = create<LiveState>()(() => idleLive());
