import type { CueKind } from '../../../core/model/cue.ts';
import { format } from '../../text/format.ts';
import { screenMessages } from '../../text/screenMessages.ts';

/** Texts of the settings. */
export const settingsWords = screenMessages('settings', {
  title: 'Settings',
  cues: {
    heading: 'Cues',
    lead: 'At most one at a time and three a minute. If you mark a cue as wrong, it comes a little later next time. Changes take effect with the next call.',
    silent: 'Silent calls',
    silentHint: 'measure everything, show no cues',
    says: 'Text of “{name}”',
    later: '“{name}”: later',
    sooner: '“{name}”: sooner',
    reset: 'Reset “{name}” to its default',
    resetShort: 'Reset',
    usual: 'default: {threshold}',
    kinds: {
      'let-them-finish': 'You talk over the caller',
      softer: 'You’re loud',
      slower: 'You’re rushing',
      'dead-air': 'Nobody is speaking',
      'pitch-raised': 'Your pitch is high',
      hold: 'The caller’s wave is at its peak',
      louder: 'You’re hard to hear',
    } satisfies Record<CueKind, string>,
    thresholds: {
      'let-them-finish': 'after {quantity} of both speaking',
      softer: 'from {quantity} above your usual',
      slower: 'from {quantity} above your usual',
      'dead-air': 'after {quantity} of silence',
      'pitch-raised': 'from {quantity} above your usual',
      hold: 'from {quantity} of the wave’s height',
      louder: 'from {quantity} below your usual',
    },
  },
  voice: {
    heading: 'Your voice',
    lead: 'Your usual voice, measured once with each microphone.',
    none: 'Not measured yet. Until then, Softspoken learns your voice from your first 20 s of speech in every call.',
    measured: 'measured {date}',
    again: 'Measure again',
    againLabel: 'Measure again: {device}',
    remove: '{device}: delete',
    measure: 'Measure a microphone',
  },
  detection: {
    heading: 'Detect calls',
    offerStart: 'Offer to start',
    offerStartHint: 'when both of you have spoken for 5 s',
    offerStop: 'Offer to stop',
    offerStopHint: 'after 60 s of silence on both sides',
    automatic: 'Start and stop automatically',
    automaticHint: 'a line on the screen tells you',
  },
  keeping: {
    heading: 'Recording and retention',
    record: 'Record call audio',
    recordHint: 'Measuring doesn’t need a recording. Where the law requires consent to recording, ask first.',
    audioDays: 'Keep recordings for',
    metricsDays: 'Keep measures for',
    days: ' days',
  },
  keys: {
    heading: 'Keyboard shortcuts',
    lead: 'One key each, while a call is on the screen.',
    names: {
      nextStage: 'Next step of the call',
      previousStage: 'Previous step of the call',
      flag: 'Flag this moment',
      warning: 'Warning given',
      escalation: 'Call escalated',
      breathe: 'Breathing pacer',
      pauseRecording: 'Pause the recording',
      markCueWrong: 'The last cue was wrong',
    },
    taken: '{key} is already in use. Choose another letter.',
  },
  desktop: {
    heading: 'Small window and global shortcuts',
    excluded: 'Hide the small window from screen sharing',
    excludedHint: 'others don’t see it when you share your screen',
    keys: 'These shortcuts work during a call, even in other programs. Click a field and press the keys: Ctrl or Alt with a letter or digit, or a function key.',
    names: { markCueWrong: 'The last cue was wrong', flag: 'Flag this moment', nextStage: 'Next step of the call' },
    none: 'none',
    clear: '{name}: clear shortcut',
    refused: 'Used by another program. Choose another shortcut.',
    double: '{keys} is already in use. Choose another shortcut.',
  },
  appearance: {
    heading: 'Appearance',
    label: 'Colours',
    schemes: { light: 'Light', dark: 'Dark', auto: 'System' },
  },
  guide: 'Run setup again',
  rubric: 'Scoring rubric',
});

/** A threshold on its own, such as 6 dB. */
export function thresholdQuantity(kind: CueKind, value: number): string {
  switch (kind) {
    case 'let-them-finish':
      return format.quantity(value, 1, 'seconds');
    case 'softer':
    case 'louder':
      return format.quantity(Math.abs(value), 0, 'dB');
    case 'slower':
      return format.share(value - 1);
    case 'dead-air':
      return format.quantity(value, 0, 'seconds');
    case 'pitch-raised':
      return format.quantity(value, 1, 'semitones');
    case 'hold':
      return format.share(value);
  }
}
