import { screenMessages } from '../text/screenMessages.ts';

/** Describes the voice baseline that is used. */
export const baselineWords = screenMessages('baseline', {
  measured: 'Your voice with this microphone: measured {date}',
  provisional: 'Provisional: Softspoken learns your voice from your first 20 seconds of speech',
  learned: 'Without a voice baseline, Softspoken learns your voice from your first 20 seconds of speech.',
  file: 'Compared with your voice baseline',
  forget: 'Stop using this voice baseline',
  change: 'Change',
  fromFile: 'From a file',
  choose: 'Select a voice baseline',
  measure: 'Measure my voice',
  again: 'Measure again',
});
