import type { ReviewedCall } from '../model/reviewedCall.ts';
import { type CallMoment, callMoments } from './callMoments.ts';
import { exportWords } from './exportWords.ts';

/**
 * A label track as Audacity imports it: start, end and text a line, with tabs between, seconds with six decimals.
 * Source: Audacity manual, "Importing and Exporting Labels".
 */
export function audacityLabels(call: Pick<ReviewedCall, 'report' | 'comments'>): string {
  return callMoments(call)
    .map((moment) => `${moment.start.toFixed(6)}\t${moment.end.toFixed(6)}\t${label(moment)}\n`)
    .join('');
}

function label({ kind, role, detail }: CallMoment): string {
  const what = exportWords.moments[kind];
  const title = role ? `${what} (${exportWords.roles[role]})` : what;
  return (detail ? `${title}: ${detail}` : title).replace(/\s+/g, ' ').trim();
}
