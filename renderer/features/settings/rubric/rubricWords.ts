import { screenMessages } from '../../../text/screenMessages.ts';

/** Texts of the rubric screen. */
export const rubricWords = screenMessages('rubric', {
  title: 'Scoring rubric',
  lead: 'Coaches score each practice from 1 to 5. The weight says how much a practice counts compared with the others; 0 means it’s reviewed but not counted. Calls that already have scores keep the rubric they were scored with.',
  name: 'Name of the rubric',
  number: 'Practice {position, number}',
  practice: 'Practice',
  question: 'Question about the call',
  weight: 'Weight',
  anchors: 'Examples',
  anchor: 'Score {level, number}',
  up: 'Move “{name}” up',
  down: 'Move “{name}” down',
  remove: 'Remove “{name}”',
  unnamed: 'the new practice',
  add: 'Add a practice',
  save: 'Save rubric',
  saved: 'Saved. New scores use this rubric.',
  reset: 'Restore the default rubric',
  failed: 'The rubric couldn’t be saved',
  incomplete: 'Name the rubric and every practice.',
});
