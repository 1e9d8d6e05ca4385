import { type CallMeasures, callMeasures } from '../../../core/measures/callMeasures.ts';
import type { CallNotes } from '../../../core/model/callNotes.ts';
import { withNotes } from '../../../core/report/withNotes.ts';
import { decodeReport } from '../../storage/calls/callCodec.ts';
import type { CallFiles } from '../../storage/calls/callFiles.ts';

/**
 * The measures of a stored call as its notes leave them; undefined without a report.
 *
 * @throws BrokenSealError if the report is damaged
 */
export async function storedMeasures(
  files: CallFiles,
  callId: string,
  notes: CallNotes,
): Promise<CallMeasures | undefined> {
  const report = await files.read(callId, 'report');
  return report && callMeasures(withNotes(await decodeReport(report), notes));
}
