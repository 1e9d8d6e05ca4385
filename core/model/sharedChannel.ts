import type { CallReport } from './callReport.ts';
import type { Role } from './role.ts';

/** The reason why a report withholds what describes one person: both parties were said to be on its only channel. */
export const SHARED_CHANNEL = 'two people share this channel';

/** True if the call is a recording with a single channel, which two people can share. */
export function hasOneChannel({ kind, roles }: { readonly kind: string; readonly roles: readonly Role[] }): boolean {
  return kind === 'file' && roles.length === 1;
}

/** True if a report withholds what describes one person because two share its channel. */
export function isChannelShared({ unavailable }: Pick<CallReport, 'unavailable'>): boolean {
  return unavailable.some(({ reason }) => reason === SHARED_CHANNEL);
}
