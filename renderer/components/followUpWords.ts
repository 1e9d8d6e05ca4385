export const followUpWords = {
  label: 'Follow up on',
  reminder: 'Follow up',
  today: 'Follow up today:',
  since: (day: string) => `Follow up, due ${day}:`,
  done: 'Done',
  doneWith: (title: string) => `Done: ${title}`,
  more: (count: number) => `and ${count} more`,
} as const;
