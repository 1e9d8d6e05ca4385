/** The share of speech between two full stops; the rest are small pauses, which no rate counts. [J] */
const speechShare = 0.85;
/** The eye is ahead of the voice when a sentence ends. */
const sentencePauseSeconds = 0.6;

/** The time at which each word of a text is due and the length of the text, in seconds. */
export interface TextTimes {
  readonly words: readonly number[];
  readonly seconds: number;
}

/** @param rate articulation rate, in syllables per second */
export function textTimes(words: readonly string[], rate: number): TextTimes {
  let seconds = 0;
  const times = words.map((word) => {
    const due = seconds;
    seconds += syllablesOf(word) / (rate * speechShare);
    if (/[.!?]$/.test(word)) seconds += sentencePauseSeconds;
    return due;
  });
  return { words: times, seconds };
}

/** A rough count of vowel groups: good enough for a guide only. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouyé]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Returns the index of the word that is due, or −1 before the first. After the last word, the text starts over. */
export function wordAt({ words, seconds: length }: TextTimes, seconds: number): number {
  const into = seconds < 0 ? seconds : seconds % length;
  return words.findLastIndex((time) => time <= into);
}
