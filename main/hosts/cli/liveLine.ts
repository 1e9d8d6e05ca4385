import type { CallMetrics } from '../../../core/model/callEvent.ts';
import type { CueKind } from '../../../core/model/cue.ts';
import { cueWords } from '../../../core/model/cueWords.ts';

const FLOOR_WORDS = { wait: 'Wait', almost: 'Almost', 'your-turn': 'Your turn' } as const;

/** Returns the state of a call as one line of text. */
export function liveLine(metrics: CallMetrics, cue: CueKind | undefined): string {
  const { agent } = metrics;
  const minutes = Math.floor(metrics.at / 60);
  const seconds = String(Math.floor(metrics.at % 60)).padStart(2, '0');
  const effort = agent?.effortDb ?? null;
  const rate = agent?.articulationRate ?? null;
  return [
    `${minutes}:${seconds}`,
    (metrics.floor ? FLOOR_WORDS[metrics.floor] : '').padEnd(9),
    `effort ${effort === null ? '   –' : `${effort >= 0 ? '+' : ''}${effort.toFixed(1)}`.padStart(5)} dB`,
    `pace ${rate === null ? '  –' : rate.toFixed(1)} syll/s`,
    cue ? `» ${cueWords[cue]}` : '',
  ].join('  ');
}
