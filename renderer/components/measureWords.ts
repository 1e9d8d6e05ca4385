import type { FollowedMeasure } from '../../contract/reviewContract.ts';
import { formatRate, formatSeconds, formatShare, formatSigned, missing } from '../text/formatReading.ts';

interface MeasureWords {
  readonly name: string;
  /** What the number is of, or per. */
  readonly of: string;
  readonly format: (value: number) => string;
}

const decimal = (unit: string) => (value: number) => `${value.toFixed(1).replace('-', '−')} ${unit}`;
const perTenMinutes = 'in ten minutes';

/** What is followed from call to call, in words. */
export const measureWords: Readonly<Record<FollowedMeasure, MeasureWords>> = {
  softShare: { name: 'Spoke softly', of: 'of the speech', format: formatShare },
  paceShare: { name: 'Steady pace', of: 'of the speech', format: formatShare },
  agentEffortDb: {
    name: 'Loudness',
    of: 'against the usual',
    format: (value) => formatSigned(value, 1, 'dB'),
  },
  agentArticulationRate: { name: 'Pace', of: 'while speaking', format: formatRate },
  agentLevelSdDb: { name: 'Spread of loudness', of: 'smaller is steadier', format: decimal('dB') },
  agentPitchSdSemitones: { name: 'Spread of pitch', of: 'around the own middle', format: decimal('semitones') },
  medianResponseGapSeconds: {
    name: 'Time before answering',
    of: 'median',
    format: (value) => (value < 0 ? `−${formatSeconds(-value)}` : formatSeconds(value)),
  },
  agentInterruptions: { name: 'Interruptions', of: perTenMinutes, format: (value) => value.toFixed(1) },
  deadAirSeconds: { name: 'Dead air', of: perTenMinutes, format: formatSeconds },
  rushedSeconds: { name: 'Rushed', of: perTenMinutes, format: formatSeconds },
  talkShare: { name: 'Share of the talking', of: 'of both parties’ speech', format: formatShare },
};

export function formatMeasure(measure: FollowedMeasure, value: number | null): string {
  return value === null ? missing : measureWords[measure].format(value);
}
