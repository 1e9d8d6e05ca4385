import type { CallDetail, CallListItem, PackedCall, PackedPeaks } from '../../../contract/callContract.ts';
import type { CallMeasures } from '../../../core/measures/callMeasures.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { CallNotes } from '../../../core/model/callNotes.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { withNotes } from '../../../core/report/withNotes.ts';
import { BrokenSealError } from '../sealing/sealing.ts';
import {
  decodeNotes,
  decodePeaks,
  decodeReport,
  decodeReportText,
  decodeSession,
  measuresWithNotes,
  type SavedSession,
} from './callCodec.ts';
import type { CallFiles } from './callFiles.ts';
import type { CallList } from './callList.ts';
import type { SealedWaveReader } from './sealedWaveReader.ts';

/** Path of a call's audio below a host's own address. */
export function audioPath(callId: string): string {
  return `/audio/${encodeURIComponent(callId)}`;
}

/** Reads what is stored of a call beside its row. */
export class CallReader {
  readonly #calls: CallList;
  readonly #files: CallFiles;

  constructor(calls: CallList, files: CallFiles) {
    this.#calls = calls;
    this.#files = files;
  }

  /** The call with its report as the notes leave it. @throws AppError `no-such-call`, `call-damaged` */
  get(callId: string): Promise<CallDetail> {
    return this.#open(callId, async (report, notes) => withNotes(await decodeReport(report), notes));
  }

  /** The same for a screen. @throws AppError `no-such-call`, `call-damaged` */
  packed(callId: string): Promise<PackedCall> {
    return this.#open(callId, async (report, notes) => {
      const isAsMeasured = notes.marks.length + notes.wrongCues.length === 0 && !notes.isChannelShared;
      if (isAsMeasured) return decodeReportText(report);
      return JSON.stringify(withNotes(await decodeReport(report), notes));
    });
  }

  /**
   * The report with its marks and with every measure, even if two people share its channel.
   *
   * @throws AppError `no-such-call`, `call-damaged`
   */
  async measured(callId: string): Promise<CallReport> {
    const { report } = await this.#open(callId, async (bytes, notes) =>
      withNotes(await decodeReport(bytes), { ...notes, isChannelShared: false }),
    );
    return report;
  }

  /** The report without the notes; undefined if none is saved. @throws BrokenSealError */
  async report(callId: string): Promise<CallReport | undefined> {
    const bytes = await this.#files.read(callId, 'report');
    return bytes && decodeReport(bytes);
  }

  /** The measures as the report and the notes give them; undefined without a report. @throws BrokenSealError */
  async measures(callId: string): Promise<CallMeasures | undefined> {
    const [report, notes] = await Promise.all([this.#files.read(callId, 'report'), this.#files.read(callId, 'notes')]);
    return report && measuresWithNotes(report, decodeNotes(notes));
  }

  /** What it takes to analyse the call's recording again; undefined if it was not saved. @throws BrokenSealError */
  async session(callId: string): Promise<SavedSession | undefined> {
    const bytes = await this.#files.read(callId, 'session');
    return bytes && decodeSession(bytes);
  }

  /** To be closed by the caller; hosts serve it at `audioPath(callId)`. Undefined if there is none. @throws BrokenSealError */
  async audio(callId: string): Promise<SealedWaveReader | undefined> {
    return this.#calls.find(callId)?.hasAudio ? this.#files.audio(callId) : undefined;
  }

  async #open<Report>(
    callId: string,
    read: (report: Buffer, notes: CallNotes) => Promise<Report>,
  ): Promise<CallListItem & { report: Report; peaks: PackedPeaks[]; audioUrl: string | null }> {
    const call = this.#calls.get(callId);
    try {
      const [report, peaks, notes] = await Promise.all([
        this.#files.read(callId, 'report'),
        this.#files.read(callId, 'peaks'),
        this.#files.read(callId, 'notes'),
      ]);
      if (!report)
        throw new AppError('call-damaged', 'Nothing has been saved of this call yet. Try again in a moment.');
      return {
        ...call,
        report: await read(report, decodeNotes(notes)),
        peaks: peaks ? decodePeaks(peaks) : [],
        audioUrl: call.hasAudio ? audioPath(callId) : null,
      };
    } catch (cause) {
      if (!(cause instanceof BrokenSealError)) throw cause;
      throw new AppError(
        'call-damaged',
        'The files of this call are damaged. Analyse its recording again, or erase the call.',
        { cause },
      );
    }
  }
}
