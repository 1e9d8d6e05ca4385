import type { CueKind } from './cue.ts';

/** The default words of the cues, on every screen and in the terminal. */
export const cueWords: Readonly<Record<CueKind, string>> = {
  'let-them-finish': 'Let them finish',
  softer: 'Softer',
  slower: 'Slower',
  'dead-air': 'Check in',
  'pitch-raised': 'Lower your pitch',
  hold: 'Hold on',
  louder: 'A little louder',
};
