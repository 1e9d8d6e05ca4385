/** What is said of the baseline in force. */
export const baselineWords = {
  measured: (date: string) => `Your voice with this microphone: measured ${date}`,
  provisional: 'Provisional: your voice is learned in your first 20 seconds of speech',
  measure: 'Measure my voice',
  again: 'Measure again',
} as const;
