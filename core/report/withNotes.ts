import { reportMarks } from '../model/callMark.ts';
import type { CallNotes } from '../model/callNotes.ts';
import type { CallReport } from '../model/callReport.ts';
import { withCueMarked } from '../model/cueMark.ts';
import { withSharedChannel } from './withSharedChannel.ts';

/** Adds people's notes to a report: marks, wrong cues, and the fact that two people share its only channel. */
export function withNotes(
  report: CallReport,
  { marks, wrongCues, isChannelShared }: Pick<CallNotes, 'marks' | 'wrongCues' | 'isChannelShared'>,
): CallReport {
  const cues = wrongCues.reduce((ledger, cue) => withCueMarked(ledger, { ...cue, wrong: true }) ?? ledger, report.cues);
  const marked = { ...report, cues, marks: reportMarks(marks) };
  return isChannelShared ? withSharedChannel(marked) : marked;
}
