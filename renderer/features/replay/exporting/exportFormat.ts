import { summaryWords } from '../summaryWords.ts';

/** What a call can be taken away as, in the order it is offered. */
export type ExportFormat = keyof typeof summaryWords.exporting.formats;
export const exportFormats = Object.keys(summaryWords.exporting.formats) as ExportFormat[];
