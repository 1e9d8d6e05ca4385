/** The words of choosing a source and of its level, on every screen that does so. */
export const sourceWords = {
  none: 'None',
  choose: 'Choose…',
  microphones: 'Microphones',
  monitors: 'What this computer plays',
  system: 'Everything this computer plays',
  listenToSystem: 'Let it listen',
  page: 'This page’s microphone',
  pageDefault: 'Microphone of this page',
  default: (name: string) => `${name} (default)`,
  notThere: (name: string) => `${name} (not connected)`,
  level: (name: string) => `${name}: level`,
  waiting: 'Listening…',
  noSignal: 'No signal',
  muted: 'Muted, or not permitted?',
  hearing: 'Hearing sound',
  quiet: 'Quiet',
} as const;
