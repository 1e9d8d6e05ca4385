import { create } from 'zustand';
import type { OpenedPack } from '../../contract/exportContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

type PackState =
  | { readonly phase: 'none' }
  /** A file was selected, and waits for its passphrase. */
  | {
      readonly phase: 'sealed';
      readonly file: File;
      readonly isOpening: boolean;
      /** The reason why it did not open. */
      readonly error: AppErrorData | undefined;
    }
  | {
      readonly phase: 'open';
      readonly pack: OpenedPack;
      /** The reason why it could not be imported. */
      readonly error: AppErrorData | undefined;
    };

export const noPack: PackState = { phase: 'none' };

/** The open coach pack. */
export const usePackStore = create<PackState>()(() => noPack);
