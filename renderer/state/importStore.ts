import { create } from 'zustand';
import type { ImportView } from '../../contract/importContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

/** Stands for the files that come from this page, which the host cannot fetch by itself: they go with the page. */
export const pageImportId = 'page';

interface ImportState {
  /** Of the host, the oldest first. */
  readonly imports: readonly ImportView[];
  /** Of this page. */
  readonly pageImport: ImportView | undefined;
  /** Why the last one could not be started. */
  readonly error: AppErrorData | undefined;
  /** Folders for completing what is typed. */
  readonly folders: readonly string[];
}

/** Written by the api layer only. */
export const useImportStore = create<ImportState>()(() => ({
  imports: [],
  pageImport: undefined,
  error: undefined,
  folders: [],
}));
