import { screenMessages } from '../text/screenMessages.ts';

export const errorNoteWords = screenMessages('errorNote', { dismiss: 'Dismiss' });
