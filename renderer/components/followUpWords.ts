import { screenMessages } from '../text/screenMessages.ts';

export const followUpWords = screenMessages('followUp', {
  label: 'Follow up on',
  reminder: 'Follow-ups',
  today: 'Follow up today:',
  since: 'Follow up, due {day}:',
  done: 'Done',
  doneWith: 'Done: {title}',
  more: 'and {count, number} more',
});
