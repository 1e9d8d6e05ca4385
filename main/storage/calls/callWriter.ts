import type { CallListItem, CallState } from '../../../contract/callContract.ts';
import type { CallMeasures } from '../../../core/measures/callMeasures.ts';
import type { Role } from '../../../core/model/role.ts';
import { hasOneChannel } from '../../../core/model/sharedChannel.ts';
import type { WavFormat } from '../../audio/wavWriter.ts';
import type { AppDatabase } from '../appDatabase.ts';
import { type DiskReserve, isDiskFull } from '../diskReserve.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import { decodeNotes, type EncodedCall, encodeSession, measuresWithNotes, type SavedSession } from './callCodec.ts';
import type { CallEraser } from './callEraser.ts';
import type { CallFiles } from './callFiles.ts';
import type { CallList } from './callList.ts';
import type { CallTexts } from './callTexts.ts';
import { catalogue, measureValues, setMeasures } from './measureColumn.ts';
import type { RecordingSink } from './recordingSink.ts';

/** What is known of a call when it begins. */
export interface NewCall {
  /** At most 64 characters of `A–Z a–z 0–9 _ -`. */
  readonly callId: string;
  readonly kind: CallListItem['kind'];
  readonly title: string;
  readonly agent?: string | null;
  readonly tags?: readonly string[];
  /** Until the call is saved in another state; running by default. */
  readonly state?: Extract<CallState, 'running' | 'preview'>;
  /** Role of each channel, in order. */
  readonly roles: readonly Role[];
  readonly startedAt: Date;
  /** Digest of the imported file, by which the same recording is recognised. */
  readonly content?: Uint8Array | null;
}

/** What changes in a call's row while the call goes on and when it ends. */
export interface CallProgress {
  readonly state: CallState;
  readonly endedAt: Date;
  readonly durationSeconds: number;
  readonly measures: CallMeasures;
}

export interface CallWriterOptions {
  readonly database: AppDatabase;
  readonly keys: KeyRing;
  readonly texts: CallTexts;
  readonly files: CallFiles;
  readonly calls: CallList;
  readonly eraser: CallEraser;
  readonly reserve: Pick<DiskReserve, 'backing' | 'release'>;
  /** Name of this run of the app: a call that a run which has ended left running was interrupted. */
  readonly run: string;
}

/** Saves calls. What its synchronous methods have written survives the death of the process in the next instant. */
export class CallWriter {
  readonly #options: CallWriterOptions;

  constructor(options: CallWriterOptions) {
    this.#options = options;
  }

  /**
   * Gives a call a key and a row. The next start finds it, as interrupted, even if the app dies before `save`. A recording
   * (`kind` file) is not listed before it is complete.
   */
  begin(call: NewCall): void {
    const { database, keys, texts, run } = this.#options;
    const { callId, state = 'running', title, agent = null, tags = [], content } = call;
    const startedAt = call.startedAt.toISOString();
    keys.create(callId);
    texts.set(callId, { title, agent, tags: [...tags], followUpOn: null }, (text) => {
      database.run(
        `INSERT INTO call (id, kind, state, run, roles, text, content, startedAt, endedAt, durationSeconds, hasAudio)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
        callId,
        call.kind,
        state,
        run,
        JSON.stringify(call.roles),
        text,
        content ? keys.fingerprint(content) : null,
        startedAt,
        startedAt,
      );
    });
  }

  /**
   * Saves what is known of a call in place of what was saved before. What people say about it stays.
   *
   * @param moment up to which it is known
   * @param alongside further changes to the database, made together with the call's or not at all
   */
  async save(
    callId: string,
    state: CallState,
    moment: Date,
    { report, peaks, durationSeconds, measures }: EncodedCall,
    alongside?: () => void,
  ): Promise<void> {
    const { files, calls, reserve } = this.#options;
    await reserve.backing(async () => {
      await files.write(callId, 'report', report);
      await files.write(callId, 'peaks', peaks);
      const notes = hasOneChannel(calls.get(callId)) ? decodeNotes(await files.read(callId, 'notes')) : undefined;
      const left = notes?.isChannelShared ? await measuresWithNotes(report, notes) : measures;
      this.progress(callId, { state, endedAt: moment, durationSeconds, measures: left }, alongside);
    });
  }

  /**
   * @param alongside further changes to the database, made together with this one or not at all
   * @throws RangeError if there is no such call
   */
  progress(
    callId: string,
    { state, endedAt, durationSeconds, measures }: CallProgress,
    alongside: () => void = () => {},
  ): void {
    const { database } = this.#options;
    database.transaction(() => {
      const changed = database.run(
        `UPDATE call SET state = ?, endedAt = ?, durationSeconds = ?, ${setMeasures} WHERE id = ?`,
        state,
        endedAt.toISOString(),
        durationSeconds,
        ...measureValues(measures),
        callId,
      );
      if (changed === 0) throw new RangeError(`no call ${callId}`);
      alongside();
    });
  }

  /** Saves what it takes to analyse the call's recording again. */
  saveSession(callId: string, session: SavedSession): Promise<void> {
    return this.#options.files.write(callId, 'session', encodeSession(session));
  }

  /** Starts recording the audio of a call in place of any earlier audio. */
  async startAudio(callId: string, format: WavFormat): Promise<RecordingSink> {
    const sink = await this.#options.files.record(callId, format);
    this.#setAudio(callId, true);
    return sink;
  }

  /** Seals a WAV file of ours as the audio of a call; the file itself stays. */
  async saveAudio(callId: string, wavPath: string): Promise<void> {
    await this.#options.files.sealAudio(callId, wavPath);
    this.#setAudio(callId, true);
  }

  /** To be called when recording fails. What was recorded stays; if the disk is full, room is made for the rest of the call. */
  recordingFailed(callId: string, error: unknown): void {
    const { files, reserve } = this.#options;
    if (isDiskFull(error)) reserve.release();
    if (!files.has(callId, 'audio')) this.#setAudio(callId, false);
  }

  /** Ends a call that cannot be completed: what was saved of it stays, and a call of which nothing was saved is erased. */
  interrupt(callId: string): void {
    const { files, eraser } = this.#options;
    if (files.has(callId, 'report') || files.has(callId, 'audio')) this.#setState(callId, 'recovered');
    else eraser.erase([callId]);
  }

  /** Moves those of the calls that are previews into the library. */
  importPreviews(callIds: readonly string[]): void {
    for (const callId of this.#previews(callIds)) this.#setState(callId, 'complete');
  }

  /** Erases those of the calls that are previews. */
  discardPreviews(callIds: readonly string[]): void {
    this.#options.eraser.erase(this.#previews(callIds));
  }

  /** Assigns the channels of a call's audio to these parties, in order. */
  setRoles(callId: string, roles: readonly Role[]): void {
    this.#options.database.run('UPDATE call SET roles = ? WHERE id = ?', JSON.stringify(roles), callId);
  }

  setMeasures(callId: string, measures: CallMeasures): void {
    this.#options.database.run(`UPDATE call SET ${setMeasures} WHERE id = ?`, ...measureValues(measures), callId);
  }

  /** Replaces what another version of the app measured; does nothing if the call was measured or erased meanwhile. */
  refreshMeasures(callId: string, measures: CallMeasures): void {
    this.#options.database.run(
      `UPDATE call SET ${setMeasures} WHERE id = ? AND catalogue <> ?`,
      ...measureValues(measures),
      callId,
      catalogue,
    );
  }

  #previews(callIds: readonly string[]): string[] {
    return callIds.filter((callId) => this.#options.calls.find(callId)?.state === 'preview');
  }

  #setState(callId: string, state: CallState): void {
    this.#options.database.run('UPDATE call SET state = ? WHERE id = ?', state, callId);
  }

  #setAudio(callId: string, hasAudio: boolean): void {
    this.#options.database.run('UPDATE call SET hasAudio = ? WHERE id = ?', Number(hasAudio), callId);
  }
}
