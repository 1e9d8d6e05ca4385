/** First characters of the vowels in espeak-ng's English phoneme tables, without stress marks. */
const VOWEL = /^[',%]?[aAeEiIoOuUV03@]/;
/** A consonant that carries a syllable. */
const SYLLABIC_CONSONANT = /^[',%]?[lmn]-$/;
/** The glide after a vowel; it carries no syllable. */
const GLIDE = /^[',%]?@-$/;

/**
 * Counts the syllables of an English phrase: its vowels (diphthongs and triphthongs count once) and syllabic
 * consonants.
 *
 * @param mnemonics espeak-ng's phoneme mnemonics (`-x --sep=_`): phonemes joined by `_`, words by white space
 */
export function countSyllables(mnemonics: string): number {
  const phonemes = mnemonics.split(/[\s_]+/);
  return phonemes.filter((phoneme) => {
    return (VOWEL.test(phoneme) && !GLIDE.test(phoneme)) || SYLLABIC_CONSONANT.test(phoneme);
  }).length;
}
