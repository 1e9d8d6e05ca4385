/** A comfortable reading rate: usual articulation is 4–5 syllables a second, pauses come on top. */
const syllablesPerSecond = 3.7;
/** The eye is ahead of the voice when a sentence ends. */
const sentencePauseSeconds = 0.6;

/** When each word of a text is due, in seconds from its start, at a factor of a comfortable rate. */
export function wordTimes(words: readonly string[], rateFactor: number): readonly number[] {
  let at = 0;
  return words.map((word) => {
    const due = at;
    at += syllablesOf(word) / (syllablesPerSecond * rateFactor);
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
