import { screenMessages } from '../text/screenMessages.ts';

/** Texts of the floor light. */
export const floorWords = screenMessages('floor', {
  label: 'Floor light',
  spoken: 'Floor light: {word}, {detail}',
  states: {
    wait: { word: 'Wait', detail: 'they’re speaking' },
    almost: { word: 'Almost', detail: 'they’ve paused' },
    'your-turn': { word: 'Your turn', detail: 'speak softly' },
  },
  none: { word: '–', detail: 'no caller audio' },
});
