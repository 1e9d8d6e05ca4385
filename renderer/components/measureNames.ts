import { measureWords } from '../../core/measures/measureWords.ts';
import { language } from '../text/language.ts';
import { screenMessages } from '../text/screenMessages.ts';

/** Names of the measures in the language of the screens. */
export const measureNames = measureWords(language);

export const { perTenMinutes } = screenMessages('measures', { perTenMinutes: 'per 10 minutes' });
