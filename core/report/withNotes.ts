import { reportMarks } from '../model/callMark.ts';
import type { CallNotes } from '../model/callNotes.ts';
import type { CallReport } from '../model/callReport.ts';
import { withCueMarked } from '../model/cueMark.ts';
import { withSharedChannel } from './withSharedChannel.ts';

/** The report with what people say of it: steps and moments, cues that were wrong, that two share its one channel. */
export function withNotes(
  report: CallReport,
  { marks, wrongCues, isChannelShared }: Pick<CallNotes, 'marks' | 'wrongCues' | 'isChannelShared'>,
): CallReport {
  const cues = wrongCues.reduce((ledger, cue) => withCueMarked(ledger, { ...cue, wrong: true }) ?? ledger, report.cues);
  const marked = { ...report, cues, marks: reportMarks(marks) };
  return isChannelShared ? withSharedChannel(marked) : marked;
}
