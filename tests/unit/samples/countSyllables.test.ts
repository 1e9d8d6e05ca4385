import { describe, expect, it } from 'vitest';
import { countSyllables } from '../../../samples/countSyllables.ts';

describe('countSyllables', () => {
  it.each([
    ["s_'i:_l", 1, 'a long vowel'],
    ["r_'aI_t", 1, 'a diphthong counts once'],
    ["b_'0_t_@L", 2, 'a vowel merged with a dark l'],
    ["b_'V_t_n-", 2, 'a syllabic consonant'],
    ["p_'i:_@-_l", 1, 'a glide between vowel and consonant'],
    [",aU_3_r- I#_l_'E_v_@_n p_'i:_p_@L", 7, 'stress marks and a linking r between words'],
    ["r_'I_D_@_m\np_r_'I_z_@_n\n", 4, 'clauses on lines of their own'],
    ['_: s_t', 0, 'pauses and bare consonants'],
  ])('counts %s as %i: %s', (mnemonics, syllables) => {
    expect(countSyllables(mnemonics)).toBe(syllables);
  });
});
