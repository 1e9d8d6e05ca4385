import { easyPaceFactors } from '../../../../core/model/targets.ts';
import { formatRate, formatWordsPerMinute } from '../../../text/formatReading.ts';
import { liveWords } from '../liveWords.ts';
import type { Band, DialScale } from './gaugeGeometry.ts';
import type { GaugeReading } from './softness.ts';

/** What counts as slow, on target and fast, in syllables a second. */
interface PaceLimits {
  readonly slow: number;
  readonly fast: number;
}

/** Where there is no baseline. */
const absoluteLimits: PaceLimits = { slow: 2.6, fast: 4.8 };

export function paceLimits(baselineRate: number | null | undefined): PaceLimits {
  if (baselineRate == null) return absoluteLimits;
  return { slow: easyPaceFactors.low * baselineRate, fast: easyPaceFactors.high * baselineRate };
}

/** The target fills the middle of the dial, whoever speaks. */
export function paceScale({ slow, fast }: PaceLimits): DialScale {
  const margin = 0.9 * (fast - slow);
  return { low: Math.max(0, slow - margin), high: fast + margin };
}

export function paceBands(limits: PaceLimits): readonly Band[] {
  const { low, high } = paceScale(limits);
  return [
    { from: low, to: limits.slow, tone: 'faint' },
    { from: limits.slow, to: limits.fast, tone: 'target' },
    { from: limits.fast, to: high, tone: 'caution' },
  ];
}

export function paceReading(rate: number, limits: PaceLimits): GaugeReading {
  const detail = `${formatRate(rate)} · ${formatWordsPerMinute(rate)}`;
  const { words } = liveWords.pace;
  if (rate < limits.slow) return { value: rate, word: words.slow, detail, tone: 'faint' };
  if (rate > limits.fast) return { value: rate, word: words.fast, detail, tone: 'caution' };
  return { value: rate, word: words.steady, detail, tone: 'target' };
}
