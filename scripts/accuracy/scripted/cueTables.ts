import type { CueKind } from '../../../core/model/cue.ts';
import { markdownTable } from '../output/markdownTable.ts';
import { type CueScore, precision, recall } from './scoreCues.ts';

/** The target of every cue, for precision and for recall. */
const REACH = 0.9;

/** Writes the table of how well cues match their occasions, with the targets. */
export function cueTable(scores: ReadonlyMap<CueKind, CueScore>): string {
  const ratio = (value: number | undefined) => value?.toFixed(2) ?? '–';
  const rows = [...scores].map(([kind, { counts, shown }]) => {
    const [given, due] = [precision(counts), recall(counts)];
    const short = REACH - Math.min(given ?? 0, due ?? 0);
    return [
      kind,
      String(counts.hits + counts.misses),
      String(counts.hits),
      String(counts.falseAlarms),
      ratio(given),
      ratio(due),
      String(shown),
      short <= 0 ? 'reached' : `short by ${short.toFixed(2)}`,
    ];
  });
  const head = ['cue', 'occasions', 'hits', 'false alarms', 'precision', 'recall', 'shown', `target ≥ ${REACH}`];
  return markdownTable([head, ...rows], 1);
}
