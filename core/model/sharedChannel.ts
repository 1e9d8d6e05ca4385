import type { CallReport } from './callReport.ts';

/** Why a report withholds what describes one person: people said that both parties are on its one channel. */
export const SHARED_CHANNEL = 'two people share this channel';

/** Whether a report withholds what describes one person, because two share its channel. */
export function isChannelShared({ unavailable }: Pick<CallReport, 'unavailable'>): boolean {
  return unavailable.some(({ reason }) => reason === SHARED_CHANNEL);
}
