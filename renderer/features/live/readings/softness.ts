import type { CallMetrics, SignalTrouble } from '../../../../core/model/callEvent.ts';
import { formatSigned } from '../../../text/formatReading.ts';
import { liveWords } from '../liveWords.ts';
import type { Band, DialScale } from './gaugeGeometry.ts';

/** What a gauge shows: a needle with a word, or why there is none. */
export type GaugeReading =
  | { readonly value: number; readonly word: string; readonly detail: string; readonly tone: Band['tone'] }
  | { readonly value: undefined; readonly reason: string };

/** dB of vocal effort against the own baseline. */
export const softnessScale: DialScale = { low: -14, high: 10 };
export const softnessBands: readonly Band[] = [
  { from: -14, to: -10, tone: 'faint' },
  { from: -10, to: -6, tone: 'fine' },
  { from: -6, to: 0, tone: 'target' },
  { from: 0, to: 4, tone: 'fine' },
  { from: 4, to: 10, tone: 'caution' },
];

export function softnessReading(effortDb: number): GaugeReading {
  const detail = liveWords.softness.detail(formatSigned(effortDb, 0, 'dB'));
  const read = (word: keyof typeof liveWords.softness.words, tone: Band['tone']): GaugeReading => ({
    value: effortDb,
    word: liveWords.softness.words[word],
    detail,
    tone,
  });
  if (effortDb < -10) return read('tooQuiet', 'faint');
  if (effortDb < -6) return read('verySoft', 'fine');
  if (effortDb <= 0) return read('soft', 'target');
  if (effortDb <= 2) return read('fine', 'fine');
  return effortDb <= 4 ? read('raised', 'fine') : read('loud', 'caution');
}

/** Speech of the agent from which a baseline is learned on the fly. */
const learningSpeechSeconds = 20;

/** Why a gauge of the agent has no needle. */
export function gaugeReason(
  baseline: CallMetrics['baseline'],
  trouble: SignalTrouble | null | undefined,
  agentSpeechSeconds: number | undefined,
): string {
  if (trouble) return liveWords.trouble[trouble];
  if (baseline !== 'none') return liveWords.notSpeaking;
  if (agentSpeechSeconds === undefined) return liveWords.learning;
  const remaining = Math.max(1, Math.ceil(learningSpeechSeconds - agentSpeechSeconds));
  return `${liveWords.learning} ${remaining} s`;
}
