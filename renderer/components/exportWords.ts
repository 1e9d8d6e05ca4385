/** What every dialog says that takes calls away. */
export const exportWords = {
  partsLabel: 'What goes into the pack, beside the report',
  parts: {
    comments: (count: number) => `Comments (${count})`,
    scores: (count: number) => `Scores (${count})`,
    reflection: 'Looking back',
    audio: (size: string) => `Both voices (${size})`,
  },
  noAudio: 'no audio was kept',
  note: 'A word to whoever opens it',
  preview: 'What will leave this computer’s library',
  call: (title: string, length: string) => `“${title}”, ${length}`,
  rubric: 'The rubric they were scored by',
  noVoices: 'no voices',
  save: 'Save the file',
  working: 'Making the file…',
  done: (name: string, size: string) => `${name} (${size}) was handed to your downloads.`,
  close: 'Close',
  failed: 'The file could not be made',
} as const;
