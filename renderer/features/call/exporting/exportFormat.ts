import { keysOf } from '../../../../core/model/keysOf.ts';
import { callWords } from '../callWords.ts';

/** What a call can be taken away as, in the order it is offered. */
export type ExportFormat = keyof typeof callWords.exporting.formats;
export const exportFormats = keysOf(callWords.exporting.formats);
