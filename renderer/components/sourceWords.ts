import { screenMessages } from '../text/screenMessages.ts';

/** Used on every screen where a source is selected or its level is shown. */
export const sourceWords = screenMessages('source', {
  none: 'None',
  choose: 'Select…',
  microphones: 'Microphones',
  monitors: 'Audio output of this computer',
  system: 'All sound from this computer',
  listenToSystem: 'Allow listening',
  page: 'Microphone of this browser',
  pageDefault: 'This browser’s microphone',
  default: '{name} (default)',
  notThere: '{name} (not connected)',
  level: '{name}: level',
  waiting: 'Listening…',
  noSignal: 'No signal',
  muted: 'No sound: muted or blocked?',
  hearing: 'Sound detected',
  quiet: 'Quiet',
});
