import { screenMessages } from '../text/screenMessages.ts';

/** Describes the voice baseline that is used. */
export const baselineWords = screenMessages('baseline', {
  measured: 'Your voice with this microphone: measured {date}',
  provisional: 'Provisional: Softspoken learns your voice from your first 20 seconds of speech',
  measure: 'Measure my voice',
  again: 'Measure again',
});
