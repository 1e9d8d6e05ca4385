import { SpeechActivity } from '../../core/activity/speechActivity/speechActivity.ts';
import { Framer } from '../../core/audio/framer.ts';
import { MeydaFeatures } from '../../core/features/meydaFeatures.ts';
import { SpectralClarity } from '../../core/features/spectralClarity.ts';
import { type SyllableCandidate, SyllableCandidates } from '../../core/features/syllableCandidates.ts';
import type { SpeechModel } from '../../main/analysis/speechModel.ts';

/** Returns the candidates of a recording as the analysis of a call finds them, after the same speech activity. */
export async function candidatesIn(samples: Float32Array, model: SpeechModel): Promise<readonly SyllableCandidate[]> {
  const activity = new SpeechActivity();
  const frames = [...activity.push(samples, await model.open().push(samples)), ...activity.flush()];
  const decisions = [...frames.flatMap(({ decided }) => decided ?? []), ...activity.rest()];
  const meyda = new MeydaFeatures();
  const spectralClarity = new SpectralClarity();
  const candidates = new SyllableCandidates();
  const found: SyllableCandidate[] = [];
  new Framer().push(samples).forEach((samplesOfFrame, index) => {
    const power = meyda.powerSpectrum(samplesOfFrame);
    const clarity = frames[index]?.mayBeSpeech ? spectralClarity.of(power) : 0;
    const candidate = candidates.push({ power, clarity, isSpeech: decisions[index]?.speech ?? false });
    if (candidate) found.push({ ...candidate, inputs: candidate.inputs.slice() });
  });
  return [...found, ...candidates.flush()];
}
