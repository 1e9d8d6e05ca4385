import { english } from '../../core/messages/language.ts';
import { pseudoLanguage } from '../../core/messages/pseudoLanguage.ts';
import { locale } from './locale.ts';

/** The language of the screens. A browser whose language is en-XA shows the pseudo-language. */
export const language = locale === pseudoLanguage.locale ? pseudoLanguage : english(locale);
