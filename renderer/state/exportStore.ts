import { create } from 'zustand';
import type { ExportContents, ExportedFile } from '../../contract/exportContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';

interface ExportState {
  /** A description of what can be exported; undefined until it is fetched. */
  readonly contents: readonly ExportContents[] | undefined;
  readonly isWorking: boolean;
  /** The last file that was passed to the browser's downloads. */
  readonly made: ExportedFile | undefined;
  readonly error: AppErrorData | undefined;
}

export const nothingExported: ExportState = {
  contents: undefined,
  isWorking: false,
  made: undefined,
  error: undefined,
};

export const useExportStore = create<ExportState>()(() => nothingExported);
