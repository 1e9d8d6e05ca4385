import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { isChannelShared } from '../../../core/model/sharedChannel.ts';
import { callWords } from './callWords.ts';

/** Returns the word for the person on a party's channel. */
export function partyName(report: CallReport, role: Role): string {
  return isChannelShared(report) ? callWords.both : callWords.roles[role];
}
