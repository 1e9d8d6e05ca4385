import { callWords } from '../callWords.ts';

/** What a call can be taken away as, in the order it is offered. */
export type ExportFormat = keyof typeof callWords.exporting.formats;
export const exportFormats = Object.keys(callWords.exporting.formats) as ExportFormat[];
