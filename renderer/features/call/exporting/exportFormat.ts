import { keysOf } from '../../../../core/model/keysOf.ts';
import { callWords } from '../callWords.ts';

/** The formats of an export, in the order they are offered. */
export type ExportFormat = keyof typeof callWords.exporting.formats;
export const exportFormats = keysOf(callWords.exporting.formats);
