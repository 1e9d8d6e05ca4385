import { Formatter } from '../../core/messages/formatter.ts';
import { language } from './language.ts';

/** Formats every number and date on the screens. */
export const format = new Formatter(language);
