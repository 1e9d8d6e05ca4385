import { create } from 'zustand';
import type { ImportView } from '../../contract/importContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

/** The import of files from this page. The host cannot fetch them itself, so it ends with the page. */
export const pageImportId = 'page';

interface ImportState {
  /** The host's imports, oldest first. */
  readonly imports: readonly ImportView[];
  /** The import of this page. */
  readonly pageImport: ImportView | undefined;
  /** The reason why the last one could not be started. */
  readonly error: AppErrorData | undefined;
  /** Folders that complete the typed path. */
  readonly folders: readonly string[];
}

export const useImportStore = create<ImportState>()(() => ({
  imports: [],
  pageImport: undefined,
  error: undefined,
  folders: [],
}));
