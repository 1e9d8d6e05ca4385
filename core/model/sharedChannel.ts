import type { CallReport } from './callReport.ts';
import type { Role } from './role.ts';

/** Why a report withholds what describes one person: people said that both parties are on its one channel. */
export const SHARED_CHANNEL = 'two people share this channel';

/** Whether two can share the channel of a call: it is a recording with one. */
export function hasOneChannel({ kind, roles }: { readonly kind: string; readonly roles: readonly Role[] }): boolean {
  return kind === 'file' && roles.length === 1;
}

/** Whether a report withholds what describes one person, because two share its channel. */
export function isChannelShared({ unavailable }: Pick<CallReport, 'unavailable'>): boolean {
  return unavailable.some(({ reason }) => reason === SHARED_CHANNEL);
}
