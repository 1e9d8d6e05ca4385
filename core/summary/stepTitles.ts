import type { Stage } from '../model/callMark.ts';

/** The ten steps of an upset call. */
export const stepTitles = {
  legitimate: 'There’s a reason',
  'hear-the-feeling': 'Hear it, let it go',
  'let-it-pass': 'Let the wave pass',
  'speak-softly': 'Softly and steadily',
  restate: 'Say it back',
  'own-it': 'Own it',
  'person-first': 'Person first',
  triage: 'Find the cause',
  correct: 'Put it right',
  'follow-up': 'Follow up',
} as const satisfies Readonly<Record<Stage, string>>;
