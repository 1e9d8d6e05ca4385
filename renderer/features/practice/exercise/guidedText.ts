/** Of the time between two full stops, the share that is speech; the rest are small pauses, which no rate counts. [J] */
const speechShare = 0.85;
/** The eye is ahead of the voice when a sentence ends. */
const sentencePauseSeconds = 0.6;

/** When each word of a text is due, in seconds from its start. @param rate articulation rate, in syllables a second */
export function wordTimes(words: readonly string[], rate: number): readonly number[] {
  let at = 0;
  return words.map((word) => {
    const due = at;
    at += syllablesOf(word) / (rate * speechShare);
    if (/[.!?]$/.test(word)) at += sentencePauseSeconds;
    return due;
  });
}

/** A rough count, by groups of vowels: good enough for a guide, and for nothing else. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouyé]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Index of the word that is due; −1 before the first. */
export function wordAt(times: readonly number[], seconds: number): number {
  return times.findLastIndex((time) => time <= seconds);
}
