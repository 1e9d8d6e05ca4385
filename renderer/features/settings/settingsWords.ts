import type { CueKind } from '../../../core/model/cue.ts';

/** Every word of the settings. */
export const settingsWords = {
  title: 'Settings',
  cues: {
    heading: 'Cues',
    lead: 'At most one at a time and three a minute. A cue you mark wrong comes a little later the next time. Changes count from the next call.',
    silent: 'Silent calls',
    silentHint: 'measure everything, show no cue',
    says: (name: string) => `Words of “${name}”`,
    later: (name: string) => `“${name}”: later`,
    sooner: (name: string) => `“${name}”: sooner`,
    reset: (name: string) => `Reset “${name}” to its default`,
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
    againLabel: (device: string) => `Measure again: ${device}`,
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
    names: {
      nextStage: 'Next step of the call',
      previousStage: 'One step back',
      flag: 'Flag this moment',
      warning: 'You gave a warning',
      escalation: 'You handed the call on',
      breathe: 'Breathing pacer',
      pauseRecording: 'Pause the recording',
      markCueWrong: 'The last cue was wrong',
    },
    taken: (key: string) => `${key} is taken. Choose another letter.`,
  },
  desktop: {
    heading: 'Small window and keys for everywhere',
    excluded: 'Keep the small window out of screen sharing',
    excludedHint: 'others do not see it when you share your screen',
    keys: 'These keys work during a call while another program has the keyboard. Press them in the field: Ctrl or Alt with a letter or digit, or a function key.',
    names: { markCueWrong: 'The last cue was wrong', flag: 'Flag this moment', nextStage: 'Next step of the call' },
    none: 'none',
    shown: (accelerator: string) => accelerator.replace('CommandOrControl', 'Ctrl').replaceAll('+', ' + '),
    clear: (name: string) => `${name}: no keys`,
    refused: 'Taken by another program. Choose other keys.',
    double: (keys: string) => `${keys} does something else already. Choose other keys.`,
  },
  appearance: {
    heading: 'Appearance',
    label: 'Colours',
    schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  },
  guide: 'Go through the guide again',
  rubric: 'What calls are scored by',
} as const;

/** A threshold as a bare quantity. */
export function thresholdQuantity(kind: CueKind, value: number): string {
  switch (kind) {
    case 'let-them-finish':
      return `${value.toFixed(1)} s`;
    case 'softer':
    case 'louder':
      return `${Math.abs(Math.round(value))} dB`;
    case 'slower':
      return `${Math.round(100 * (value - 1))} %`;
    case 'dead-air':
      return `${Math.round(value)} s`;
    case 'pitch-raised':
      return `${value.toFixed(1)} semitones`;
    case 'hold':
      return `${Math.round(100 * value)} %`;
  }
}

/** Where a kind of cue begins, in words. */
export function thresholdWords(kind: CueKind, value: number): string {
  const quantity = thresholdQuantity(kind, value);
  switch (kind) {
    case 'let-them-finish':
      return `after ${quantity} of both speaking`;
    case 'dead-air':
      return `after ${quantity} of silence`;
    case 'hold':
      return `from ${quantity} of the wave’s height`;
    case 'louder':
      return `from ${quantity} below your usual`;
    case 'softer':
    case 'slower':
    case 'pitch-raised':
      return `from ${quantity} above your usual`;
  }
}
