import type { Span } from '../model/callReport.ts';
import type { Curve } from './reactivity.ts';

/** The least share of a window's steps with speech. */
const LEAST_SPEECH_SHARE = 0.1;

/**
 * Returns the window of a curve with the highest mean, among those with enough speech; undefined if there is none. A
 * shorter call is one window.
 */
export function worstWindow({ stepSeconds, values }: Curve, windowSeconds: number): Span | undefined {
  const steps = Math.min(values.length, Math.round(windowSeconds / stepSeconds));
  let sum = 0;
  let count = 0;
  let worst: { readonly end: number; readonly mean: number } | undefined;
  for (let end = 1; end <= values.length; end++) {
    const entering = values[end - 1];
    if (entering !== undefined) {
      sum += entering;
      count += 1;
    }
    const leaving = end > steps ? values[end - steps - 1] : undefined;
    if (leaving !== undefined) {
      sum -= leaving;
      count -= 1;
    }
    if (end < steps || count < Math.max(1, LEAST_SPEECH_SHARE * steps)) continue;
    const mean = sum / count;
    if (!worst || mean > worst.mean) worst = { end, mean };
  }
  return worst && [(worst.end - steps) * stepSeconds, worst.end * stepSeconds];
}
