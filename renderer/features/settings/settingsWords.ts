import type { CueKind } from '../../../core/model/cue.ts';

/** Every word of the settings. */
export const settingsWords = {
  title: 'Settings',
  cues: {
    heading: 'Cues',
    lead: 'At most one at a time and three a minute. A cue you mark wrong comes a little later the next time. Changes count from the next call.',
    silent: 'Silent calls',
    silentHint: 'measure everything, show no cue',
    columns: { kind: 'Cue', words: 'It says', threshold: 'It comes' },
    shown: (name: string) => `Show “${name}”`,
    says: (name: string) => `Words of “${name}”`,
    later: (name: string) => `“${name}”: later`,
    sooner: (name: string) => `“${name}”: sooner`,
    reset: (name: string) => `“${name}”: back to the default`,
    resetShort: 'Reset',
    usual: (threshold: string) => `default: ${threshold}`,
    kinds: {
      'let-them-finish': 'You talk over the caller',
      softer: 'You are loud',
      slower: 'You hurry',
      'dead-air': 'Nobody speaks',
      'pitch-raised': 'Your pitch is high',
      hold: 'The caller’s wave is at its peak',
      louder: 'You are hard to hear',
    } satisfies Record<CueKind, string>,
  },
  voice: {
    heading: 'Your voice',
    lead: 'Your usual voice, measured once with each microphone.',
    none: 'Not measured yet. Until it is, your voice is learned in the first 20 s of your speech in every call.',
    measured: (date: string) => `measured ${date}`,
    again: 'Measure again',
    againLabel: (device: string) => `${device}: measure again`,
    remove: (device: string) => `${device}: delete`,
    measure: 'Measure a microphone',
  },
  detection: {
    heading: 'Calls that begin by themselves',
    offerStart: 'Offer to start',
    offerStartHint: 'when both of you have spoken for 5 s',
    offerStop: 'Offer to stop',
    offerStopHint: 'after 60 s of silence on both sides',
    automatic: 'Do it without asking',
    automaticHint: 'a line on the screen says so',
  },
  keeping: {
    heading: 'Recording and keeping',
    record: 'Record the sound of calls',
    recordHint: 'Measures need no recording. Where others must agree to being recorded, ask them first.',
    audioDays: 'Keep recordings for',
    metricsDays: 'Keep measures for',
    days: 'days',
  },
  keys: {
    heading: 'Keys',
    lead: 'One key each, while a call is on the screen.',
    names: { markCueWrong: 'The last cue was wrong' },
    taken: (key: string) => `${key} is taken. Choose another letter.`,
  },
  appearance: {
    heading: 'Appearance',
    label: 'Colours',
    schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  },
  guide: 'Go through the guide again',
} as const;

/** Where a kind of cue begins, in words. */
export function thresholdWords(kind: CueKind, value: number): string {
  const short = (number: number, digits = 1) => String(Number(number.toFixed(digits)));
  switch (kind) {
    case 'let-them-finish':
      return `after ${value.toFixed(1)} s of both speaking`;
    case 'softer':
      return `from ${short(value)} dB above your usual`;
    case 'slower':
      return `from ${Math.round(100 * (value - 1))} % above your usual`;
    case 'dead-air':
      return `after ${short(value)} s of silence`;
    case 'pitch-raised':
      return `from ${value.toFixed(1)} semitones above your usual`;
    case 'hold':
      return `from ${Math.round(100 * value)} % of the wave’s height`;
    case 'louder':
      return `from ${short(-value)} dB below your usual`;
  }
}
