import type { Span } from '../../../core/model/callReport.ts';
import type { EventCounts } from './eventCounts.ts';

const FRAME_SECONDS = 0.01;
/** Silences up to this length are part of speech on both sides, because reports have IPUs. */
const BRIDGED_SECONDS = 0.2;

/** Joins spans that touch, overlap or are at most `gapSeconds` apart, in order of time. */
export function joinedSpans(spans: readonly Span[], gapSeconds: number): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && start - last[1] <= gapSeconds) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Returns the total length of spans, in seconds. */
export function totalSeconds(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** Compares speech frame by frame (10 ms). */
export function compareSpeech(truth: readonly Span[], found: readonly Span[], clipSeconds: number): EventCounts {
  const isSpeech = frames(truth, clipSeconds);
  const isFound = frames(found, clipSeconds);
  const counts = { hits: 0, falseAlarms: 0, misses: 0 };
  isSpeech.forEach((speech, i) => {
    if (speech && isFound[i]) counts.hits += 1;
    else if (isFound[i]) counts.falseAlarms += 1;
    else if (speech) counts.misses += 1;
  });
  return counts;
}

function frames(spans: readonly Span[], clipSeconds: number): Uint8Array {
  const marked = new Uint8Array(Math.ceil(clipSeconds / FRAME_SECONDS));
  for (const [start, end] of joinedSpans(spans, BRIDGED_SECONDS)) {
    marked.fill(1, Math.round(start / FRAME_SECONDS), Math.min(marked.length, Math.round(end / FRAME_SECONDS)));
  }
  return marked;
}
