import { provisionalSpeechSeconds } from '../../../../core/model/baseline.ts';
import type { CallMetrics, SignalTrouble } from '../../../../core/model/callEvent.ts';
import { isWithin, loudEffortDb, softEffortDb } from '../../../../core/model/targets.ts';
import { format } from '../../../text/format.ts';
import { liveWords } from '../liveWords.ts';
import type { Band, DialScale } from './gaugeGeometry.ts';

/** A needle with a word, or the reason why there is none. */
export type GaugeReading =
  | { readonly value: number; readonly word: string; readonly detail: string; readonly tone: Band['tone'] }
  | { readonly value: undefined; readonly reason: string };

/** Vocal effort in dB relative to the agent's usual. */
export const softnessScale: DialScale = { low: -14, high: 10 };
export const softnessBands: readonly Band[] = [
  { from: -14, to: softEffortDb.low, tone: 'faint' },
  { from: softEffortDb.low, to: softEffortDb.high, tone: 'target' },
  { from: softEffortDb.high, to: loudEffortDb, tone: 'fine' },
  { from: loudEffortDb, to: 10, tone: 'caution' },
];

export function softnessReading(effortDb: number): GaugeReading {
  const detail = liveWords.softness.detail({ difference: format.difference(effortDb, 0, 'dB') });
  const read = (word: keyof typeof liveWords.softness.words, tone: Band['tone']): GaugeReading => ({
    value: effortDb,
    word: liveWords.softness.words[word],
    detail,
    tone,
  });
  if (isWithin(effortDb, softEffortDb)) return read('soft', 'target');
  if (effortDb < softEffortDb.low) return read('tooQuiet', 'faint');
  return effortDb <= loudEffortDb ? read('raised', 'fine') : read('loud', 'caution');
}

/** Returns the reason why a gauge of the agent has no needle. */
export function gaugeReason(
  baseline: CallMetrics['baseline'],
  trouble: SignalTrouble | null | undefined,
  agentSpeechSeconds: number | undefined,
): string {
  if (trouble) return liveWords.trouble[trouble];
  if (baseline !== 'none') return liveWords.notSpeaking;
  if (agentSpeechSeconds === undefined) return liveWords.learning;
  const remaining = Math.max(1, Math.ceil(provisionalSpeechSeconds - agentSpeechSeconds));
  return liveWords.learningFor({ seconds: remaining });
}
