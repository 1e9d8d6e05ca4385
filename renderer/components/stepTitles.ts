import type { Stage } from '../../core/model/callMark.ts';
import { screenMessages } from '../text/screenMessages.ts';

/** The ten steps of an upset call. */
export const stepTitles: Readonly<Record<Stage, string>> = screenMessages('steps', {
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
});
