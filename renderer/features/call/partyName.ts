import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { isChannelShared } from '../../../core/model/sharedChannel.ts';
import { callWords } from './callWords.ts';

/** Whose voice is on a party's channel, in a word. */
export function partyName(report: CallReport, role: Role): string {
  return isChannelShared(report) ? callWords.both : callWords.roles[role];
}
