import type { CallReport, Span } from '../../../../core/model/callReport.ts';
import { loudEffortDb } from '../../../../core/model/targets.ts';

/** Speech that dips for less than this is one span; a shorter span is a syllable. */
const bridgedSeconds = 1;
const shortestSeconds = 0.5;

/** Returns the spans in which the agent was loud, in seconds; empty if the effort is unknown. */
export function loudSpans({ stepSeconds, agent }: CallReport['timeline']): readonly Span[] {
  const spans: [number, number][] = [];
  agent?.effortDb.forEach((effortDb, index) => {
    if (effortDb === null || effortDb <= loudEffortDb) return;
    const start = index * stepSeconds;
    const last = spans.at(-1);
    if (last && start - last[1] < bridgedSeconds) last[1] = start + stepSeconds;
    else spans.push([start, start + stepSeconds]);
  });
  return spans.filter(([start, end]) => end - start >= shortestSeconds);
}
