import { screenMessages } from '../text/screenMessages.ts';

/** Shared by all dialogs that export calls. */
export const exportWords = screenMessages('export', {
  partsLabel: 'Include with the report',
  parts: {
    comments: 'Comments ({count, number})',
    scores: 'Scores ({count, number})',
    reflection: 'Reflection',
    audio: 'Both voices ({size})',
  },
  noAudio: 'no audio saved',
  note: 'Message',
  preview: 'What will be exported',
  call: '“{title}”, {length}',
  rubric: 'The scoring rubric',
  noVoices: 'no voices',
  save: 'Save file',
  working: 'Creating the file…',
  done: '{name} ({size}) was saved to your downloads.',
  close: 'Close',
  failed: 'The file couldn’t be created',
});
