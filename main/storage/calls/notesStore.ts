import type { CallNotes } from '../../../core/model/callNotes.ts';
import { KeyedQueue } from '../../keyedQueue.ts';
import { decodeNotes, measuresWithNotes } from './callCodec.ts';
import type { CallFiles } from './callFiles.ts';
import type { CallList } from './callList.ts';
import type { CallWriter } from './callWriter.ts';

/** What people add to calls. Changes to one call are made one after another. */
export class NotesStore {
  readonly #calls: CallList;
  readonly #files: CallFiles;
  readonly #writer: CallWriter;
  readonly #changes = new KeyedQueue();

  constructor(calls: CallList, files: CallFiles, writer: CallWriter) {
    this.#calls = calls;
    this.#files = files;
    this.#writer = writer;
  }

  /** @throws AppError `no-such-call`; BrokenSealError if the notes are damaged */
  async get(callId: string): Promise<CallNotes> {
    this.#calls.get(callId);
    return decodeNotes(await this.#files.read(callId, 'notes'));
  }

  /**
   * Changes the notes of a call and returns them as they are then. If they say now that two people share the call's channel,
   * or no longer say so, the measures in the library follow.
   *
   * @throws AppError `no-such-call`
   */
  change(callId: string, change: (notes: CallNotes) => CallNotes): Promise<CallNotes> {
    return this.#changes.run(callId, async () => {
      const before = await this.get(callId);
      const notes = change(before);
      const changesMeasures = notes.isChannelShared !== before.isChannelShared;
      const report = changesMeasures ? await this.#files.read(callId, 'report') : undefined;
      const measures = report && (await measuresWithNotes(report, notes));
      await this.#files.write(callId, 'notes', Buffer.from(JSON.stringify(notes)));
      if (measures) this.#writer.setMeasures(callId, measures);
      return notes;
    });
  }
}
