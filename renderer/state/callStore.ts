import { create } from 'zustand';
import type { CallDetail } from '../../contract/callContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

type OpenedCall =
  | { readonly phase: 'none' }
  | { readonly phase: 'loading'; readonly callId: string }
  | { readonly phase: 'ready'; readonly callId: string; readonly call: CallDetail }
  | { readonly phase: 'failed'; readonly callId: string; readonly error: AppErrorData };

export const useCallStore = create<OpenedCall>()(() => ({ phase: 'none' }));
