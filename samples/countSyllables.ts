/** What a vowel's mnemonic begins with in espeak-ng's English phoneme tables, once its stress mark is removed. */
const VOWEL = /^[',%]?[aAeEiIoOuUV03@]/;
/** A consonant that carries a syllable. */
const SYLLABIC_CONSONANT = /^[',%]?[lmn]-$/;
/** The glide between a vowel and what follows; it carries no syllable. */
const GLIDE = /^[',%]?@-$/;

/**
 * Syllables of an English phrase: its vowels (diphthongs and triphthongs count once) and syllabic consonants.
 *
 * @param mnemonics espeak-ng's phoneme mnemonics (`-x --sep=_`): phonemes joined by `_`, words by white space
 */
export function countSyllables(mnemonics: string): number {
  const phonemes = mnemonics.split(/[\s_]+/);
  return phonemes.filter((phoneme) => {
    return (VOWEL.test(phoneme) && !GLIDE.test(phoneme)) || SYLLABIC_CONSONANT.test(phoneme);
  }).length;
}
