import { create } from 'zustand';
import type { OpenedPack } from '../../contract/exportContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

type PackState =
  | { readonly phase: 'none' }
  /** A file was chosen, and waits for its passphrase. */
  | {
      readonly phase: 'sealed';
      readonly file: File;
      readonly isOpening: boolean;
      /** Why it did not open. */
      readonly error: AppErrorData | undefined;
    }
  | {
      readonly phase: 'open';
      readonly pack: OpenedPack;
      /** Why it could not be kept. */
      readonly error: AppErrorData | undefined;
    };

export const noPack: PackState = { phase: 'none' };

/** The coach pack that is being looked at. Written by the api layer only. */
export const usePackStore = create<PackState>()(() => noPack);
