import { measureWords } from '../../core/measures/measureWords.ts';
import { language } from '../text/language.ts';
import { screenMessages } from '../text/screenMessages.ts';

/** What the screens call the measures. */
export const measureNames = measureWords(language);

export const { perTenMinutes } = screenMessages('measures', { perTenMinutes: 'per 10 minutes' });
