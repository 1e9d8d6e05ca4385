import { isWithin, type TargetRange } from '../../../../core/model/targets.ts';
import { format } from '../../../text/format.ts';
import { liveWords } from '../liveWords.ts';
import type { Band, DialScale } from './gaugeGeometry.ts';
import type { GaugeReading } from './softness.ts';

/** Returns a dial in syllables per second with the easy pace in the same place for every speaker. */
export function paceScale({ low, high }: TargetRange): DialScale {
  const margin = 0.9 * (high - low);
  return { low: Math.max(0, low - margin), high: high + margin };
}

export function paceBands(easy: TargetRange): readonly Band[] {
  const { low, high } = paceScale(easy);
  return [
    { from: low, to: easy.low, tone: 'faint' },
    { from: easy.low, to: easy.high, tone: 'target' },
    { from: easy.high, to: high, tone: 'caution' },
  ];
}

export function paceReading(rate: number, easy: TargetRange): GaugeReading {
  const detail = format.wordRate(rate);
  const { words } = liveWords.pace;
  if (isWithin(rate, easy)) return { value: rate, word: words.steady, detail, tone: 'target' };
  return rate < easy.low
    ? { value: rate, word: words.slow, detail, tone: 'faint' }
    : { value: rate, word: words.fast, detail, tone: 'caution' };
}
