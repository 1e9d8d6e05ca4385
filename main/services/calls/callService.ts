import type {
  CallChanges,
  CallDetail,
  CallListItem,
  CallPage,
  CallQuery,
  CallState,
  PackedCall,
  PackedPeaks,
} from '../../../contract/callContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { CallNotes } from '../../../core/model/callNotes.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { hasOneChannel } from '../../../core/model/sharedChannel.ts';
import { withNotes } from '../../../core/report/withNotes.ts';
import type { WavFormat } from '../../audio/wavWriter.ts';
import {
  decodePeaks,
  decodeReport,
  decodeReportText,
  decodeSession,
  type EncodedCall,
  encodeSession,
  type SavedSession,
} from '../../storage/calls/callCodec.ts';
import type { CallFiles } from '../../storage/calls/callFiles.ts';
import type { CallStore, NewCall } from '../../storage/calls/callStore.ts';
import type { RecordingSink } from '../../storage/calls/recordingSink.ts';
import type { SealedWaveReader } from '../../storage/calls/sealedWaveReader.ts';
import { type DiskReserve, isDiskFull } from '../../storage/diskReserve.ts';
import { BrokenSealError } from '../../storage/sealing/sealing.ts';
import { decodeNotes } from './notesService.ts';
import { storedMeasures } from './storedMeasures.ts';

/** The library: calls and what is kept of them from run to run. */
export interface CallService {
  /** Gives a call its place. It is there, as broken off, also when the app dies before `keep`. */
  begin(call: Omit<NewCall, 'run'>): void;
  /**
   * Keeps what is known of a call, in place of what was. What people say of it stays.
   *
   * @param moment up to which it is known
   * @param alongside further changes to the database, made together with the call's or not at all
   */
  keep(callId: string, state: CallState, moment: Date, call: EncodedCall, alongside?: () => void): Promise<void>;
  /** Keeps what analysing a call's recording anew needs. */
  saveSession(callId: string, session: SavedSession): Promise<void>;
  /** Undefined where none was kept. */
  session(callId: string): Promise<SavedSession | undefined>;
  /** Gives the channels of a call's audio to these parties, in order. */
  setRoles(callId: string, roles: readonly Role[]): void;
  /** What was recorded stays; where the disk is full, room is made for the rest of the call. */
  recordingFailed(callId: string, error: unknown): void;
  /** Takes those of the calls that were only looked at into the library. */
  importPacked(callIds: readonly string[]): void;
  /** Erases those of the calls that were only looked at. */
  discardPacked(callIds: readonly string[]): void;
  /** Ends a call that cannot be completed: what is kept of it stays, and one of which nothing is kept goes. */
  breakOff(callId: string): void;
  /** Starts recording a call's audio in place of any there was. */
  record(callId: string, format: WavFormat): Promise<RecordingSink>;
  /** Seals a WAV file of ours as the call's audio; the file itself stays. */
  saveAudio(callId: string, wavPath: string): Promise<void>;
  list(query: CallQuery): CallPage;
  /** Calls that are over of one agent, or of nobody named, latest first. Practice is none. */
  latest(agent: string | null, most: number): CallListItem[];
  /** @throws AppError `no-such-call` */
  item(callId: string): CallListItem;
  /** @throws AppError `no-such-call`, `call-damaged` */
  get(callId: string): Promise<CallDetail>;
  /** The same for a screen. */
  packed(callId: string): Promise<PackedCall>;
  /**
   * The report with its marks, and with what is withheld where two share its channel.
   *
   * @throws AppError `no-such-call`, `call-damaged`
   */
  measured(callId: string): Promise<CallReport>;
  facets(): { agents: string[]; tags: string[] };
  /** The call made of the same recording. @param content digest of the file */
  findByContent(content: Uint8Array): string | undefined;
  update(callIds: readonly string[], changes: CallChanges): void;
  /** One that is not there is no error. */
  erase(callIds: readonly string[]): void;
  idsOfAgent(agent: string): string[];
  /** For a host to serve at `audioPath(callId)`, and to close; undefined where there is none that can be read. */
  audio(callId: string): Promise<SealedWaveReader | undefined>;
}

/** Path of a call's audio below a host's own address. */
export function audioPath(callId: string): string {
  return `/audio/${encodeURIComponent(callId)}`;
}

export function createCallService(options: {
  readonly store: CallStore;
  readonly files: CallFiles;
  readonly reserve: DiskReserve;
  /** Name of this run of the app. */
  readonly run: string;
}): CallService {
  const { store, files, reserve, run } = options;

  function item(callId: string): CallListItem {
    const found = store.get(callId);
    if (!found) throw new AppError('no-such-call', 'This call is no longer here. Analyse its recording again.');
    return found;
  }

  async function read<Report>(
    callId: string,
    open: (report: Buffer, notes: CallNotes) => Promise<Report>,
  ): Promise<CallListItem & { report: Report; peaks: PackedPeaks[]; audioUrl: string | null }> {
    const call = item(callId);
    try {
      const [report, peaks, notes] = await Promise.all([
        files.read(callId, 'report'),
        files.read(callId, 'peaks'),
        files.read(callId, 'notes'),
      ]);
      if (!report) throw new AppError('call-damaged', 'Nothing was kept of this call yet. Try again in a moment.');
      return {
        ...call,
        report: await open(report, decodeNotes(notes)),
        peaks: peaks ? decodePeaks(peaks) : [],
        audioUrl: call.hasAudio ? audioPath(callId) : null,
      };
    } catch (cause) {
      if (!(cause instanceof BrokenSealError)) throw cause;
      throw new AppError(
        'call-damaged',
        'What was kept of this call is damaged. Analyse its recording again, or erase the call.',
        { cause },
      );
    }
  }

  const notedMeasures = async (callId: string) =>
    storedMeasures(files, callId, decodeNotes(await files.read(callId, 'notes')));

  const isUnkept = (callId: string) => store.get(callId)?.state === 'unkept';

  return {
    begin: (call) => store.begin({ ...call, run }),
    async keep(callId, state, moment, { report, peaks, durationSeconds, measures }, alongside) {
      await reserve.backing(async () => {
        await files.write(callId, 'report', report);
        await files.write(callId, 'peaks', peaks);
        const noted = hasOneChannel(item(callId)) ? await notedMeasures(callId) : undefined;
        store.progress(callId, { state, endedAt: moment, durationSeconds, measures: noted ?? measures }, alongside);
      });
    },
    saveSession: (callId, session) => files.write(callId, 'session', encodeSession(session)),
    async session(callId) {
      const bytes = await files.read(callId, 'session');
      return bytes && decodeSession(bytes);
    },
    setRoles: (callId, roles) => store.setRoles(callId, roles),
    recordingFailed(callId, error) {
      if (isDiskFull(error)) reserve.release();
      if (!files.has(callId, 'audio')) store.setAudio(callId, false);
    },
    importPacked(callIds) {
      for (const callId of callIds.filter(isUnkept)) store.setState(callId, 'complete');
    },
    discardPacked: (callIds) => store.erase(callIds.filter(isUnkept)),
    breakOff(callId) {
      if (files.has(callId, 'report') || files.has(callId, 'audio')) store.setState(callId, 'recovered');
      else store.erase([callId]);
    },
    async record(callId, format) {
      const writer = await files.record(callId, format);
      store.setAudio(callId, true);
      return writer;
    },
    async saveAudio(callId, wavPath) {
      await files.sealAudio(callId, wavPath);
      store.setAudio(callId, true);
    },
    list: (query) => store.list(query),
    latest: (agent, most) => store.latest(agent, most),
    item,
    get: (callId) => read(callId, async (report, notes) => withNotes(await decodeReport(report), notes)),
    packed: (callId) =>
      read(callId, async (report, notes) => {
        const isAsMeasured = notes.marks.length + notes.wrongCues.length === 0 && !notes.isChannelShared;
        if (isAsMeasured) return decodeReportText(report);
        return JSON.stringify(withNotes(await decodeReport(report), notes));
      }),
    async measured(callId) {
      const { report } = await read(callId, async (bytes, notes) =>
        withNotes(await decodeReport(bytes), { ...notes, isChannelShared: false }),
      );
      return report;
    },
    facets: () => store.facets(),
    findByContent: (content) => store.findByContent(content),
    update: (callIds, changes) => store.update(callIds, changes),
    erase: (callIds) => store.erase(callIds),
    idsOfAgent: (agent) => store.callIdsOfAgent(agent),
    async audio(callId) {
      return store.get(callId)?.hasAudio ? files.audio(callId) : undefined;
    },
  };
}
