import { stepTitles as texts } from '../../core/summary/stepTitles.ts';
import { screenMessages } from '../text/screenMessages.ts';

/** The ten steps of an upset call, in the language of the screens. */
export const stepTitles = screenMessages('steps', texts);
