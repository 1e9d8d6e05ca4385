import { describe, expect, it } from 'vitest';
import { CANDIDATE_INPUTS } from '../../../../core/features/syllableCandidates.ts';
import { clearestTimes, matched } from '../../../../scripts/syllables/likelyNuclei.ts';

/** Returns a voiced candidate with the given dip in dB on both sides, at the talker's loud level. */
function candidate(frame: number, dipDb: number) {
  const inputs = new Float64Array(CANDIDATE_INPUTS);
  inputs.set([dipDb / 5, dipDb / 5, 0, 0, 0, 1]);
  return { frame, loudOverFloorDb: 40, inputs };
}

describe('likely nuclei', () => {
  it('are the clearest candidates, one per syllable said, at least 60 ms apart', () => {
    const candidates = [candidate(10, 6), candidate(14, 5), candidate(40, 1), candidate(60, 7)];
    expect(clearestTimes(candidates, 2)).toEqual([0.6, 0.1]);
    expect(clearestTimes(candidates, 4).toSorted()).toEqual([0.1, 0.4, 0.6]);
  });

  it('are found again in another room within 60 ms', () => {
    expect(matched([candidate(12, 3), candidate(30, 3), candidate(61, 3)], [0.1, 0.6, 2])).toEqual([1, 0, 1]);
    expect(matched([], [0.1])).toEqual([]);
  });
});
