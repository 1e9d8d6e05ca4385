/** What the floor light says. */
export const floorWords = {
  label: 'Floor light',
  states: {
    wait: { word: 'Wait', detail: 'they are speaking' },
    almost: { word: 'Almost', detail: 'they have paused' },
    'your-turn': { word: 'Your turn', detail: 'softly' },
  },
  none: { word: '–', detail: 'no caller channel' },
} as const;
