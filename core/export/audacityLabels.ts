import type { ReviewedCall } from '../model/reviewedCall.ts';
import { type CallMoment, callMoments } from '../summary/callMoments.ts';
import { exportWords } from './exportWords.ts';

/**
 * Writes a label track for Audacity: start, end and text on each line, separated by tabs, in seconds with six decimals.
 * Source: Audacity manual, "Importing and Exporting Labels".
 */
export function audacityLabels(call: Pick<ReviewedCall, 'report' | 'comments'>): string {
  return callMoments(call)
    .map((moment) => `${moment.start.toFixed(6)}\t${moment.end.toFixed(6)}\t${label(moment)}\n`)
    .join('');
}

function label({ title, role, detail }: CallMoment): string {
  const what = role ? `${title} (${exportWords.roles[role]})` : title;
  return (detail ? `${what}: ${detail}` : what).replace(/\s+/g, ' ').trim();
}
