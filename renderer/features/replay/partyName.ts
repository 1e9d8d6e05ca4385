import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { isChannelShared } from '../../../core/model/sharedChannel.ts';
import { summaryWords } from './summaryWords.ts';

/** Whose voice is on a party's channel, in a word. */
export function partyName(report: CallReport, role: Role): string {
  return isChannelShared(report) ? summaryWords.both : summaryWords.roles[role];
}
