import type { NewComment } from '../../../contract/notesContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { type CallNotes, callNotesSchema, noNotes } from '../../../core/model/callNotes.ts';
import { type Comment, withComment } from '../../../core/model/comment.ts';
import { changedReflection, type ReflectionChange } from '../../../core/model/reflection.ts';
import type { ScoreSheet } from '../../../core/model/rubric.ts';
import { hasOneChannel } from '../../../core/model/sharedChannel.ts';
import { visibleSheets } from '../../../core/review/rubricScore.ts';
import type { Clock } from '../../clock.ts';
import { KeyedQueue } from '../../keyedQueue.ts';
import type { CallFiles } from '../../storage/calls/callFiles.ts';
import type { CallStore } from '../../storage/calls/callStore.ts';
import { storedMeasures } from './storedMeasures.ts';

/** What people add to calls. Changes of one call are made one after another. */
export interface NotesService {
  /** @throws AppError `no-such-call`; BrokenSealError where the notes are damaged */
  get(callId: string, coach: string | null): Promise<CallNotes>;
  /** Makes a change to a call's notes and returns them as they are then. @throws AppError `no-such-call` */
  change(callId: string, change: (notes: CallNotes) => CallNotes): Promise<CallNotes>;
  addComment(callId: string, comment: NewComment): Promise<Comment>;
  /** One that is not there is no error. */
  removeComment(callId: string, commentId: string): Promise<void>;
  /** @throws AppError `already-submitted` */
  saveScores(callId: string, sheet: Omit<ScoreSheet, 'submittedAt'>, submit: boolean): Promise<ScoreSheet>;
  changeReflection(callId: string, change: ReflectionChange): Promise<void>;
  /**
   * Says whether both parties are on the call's one channel, and has the library's measures follow.
   *
   * @throws AppError `no-such-call`, `roles-mismatch` (no recording with one channel)
   */
  setChannelShared(callId: string, isChannelShared: boolean): Promise<void>;
}

export function createNotesService(options: {
  readonly store: CallStore;
  readonly files: CallFiles;
  readonly clock: Clock;
  readonly createId: () => string;
}): NotesService {
  const { store, files, clock, createId } = options;
  const queue = new KeyedQueue();

  async function read(callId: string): Promise<CallNotes> {
    if (!store.get(callId)) throw new AppError('no-such-call', 'This call is no longer here. Look at the list again.');
    const bytes = await files.read(callId, 'notes');
    return decodeNotes(bytes);
  }

  /** @param prepare what is done in the moment the notes are in place */
  function change(
    callId: string,
    make: (notes: CallNotes) => CallNotes,
    prepare: (notes: CallNotes) => Promise<() => void> = async () => () => {},
  ): Promise<CallNotes> {
    return queue.run(callId, async () => {
      const notes = make(await read(callId));
      const follow = await prepare(notes);
      await files.write(callId, 'notes', Buffer.from(JSON.stringify(notes)));
      follow();
      return notes;
    });
  }

  return {
    change: (callId, make) => change(callId, make),
    async get(callId, coach) {
      const notes = await read(callId);
      return { ...notes, scores: visibleSheets(notes.scores, coach) };
    },
    async addComment(callId, written) {
      const comment = { ...written, id: createId(), writtenAt: clock.now().toISOString() };
      await change(callId, (notes) => ({ ...notes, comments: withComment(notes.comments, comment) }));
      return comment;
    },
    async removeComment(callId, commentId) {
      await change(callId, (notes) => ({ ...notes, comments: notes.comments.filter(({ id }) => id !== commentId) }));
    },
    async saveScores(callId, scored, submit) {
      const sheet = { ...scored, submittedAt: submit ? clock.now().toISOString() : null };
      await change(callId, (notes) => {
        const before = notes.scores.find((each) => isSameSheet(each, sheet));
        if (before?.submittedAt) {
          throw new AppError('already-submitted', 'These scores were submitted and stay as they are.');
        }
        return { ...notes, scores: [...notes.scores.filter((each) => each !== before), sheet] };
      });
      return sheet;
    },
    async changeReflection(callId, said) {
      await change(callId, (notes) => ({ ...notes, reflection: changedReflection(notes.reflection, said) }));
    },
    async setChannelShared(callId, isChannelShared) {
      const call = store.get(callId);
      if (call && !hasOneChannel(call)) {
        throw new AppError('roles-mismatch', 'Only of a recording with one channel can be said that two share it.');
      }
      await change(
        callId,
        (notes) => ({ ...notes, isChannelShared }),
        async (notes) => {
          const measures = await storedMeasures(files, callId, notes);
          return () => measures && store.setMeasures(callId, measures);
        },
      );
    },
  };
}

/** @param bytes as they were kept; undefined where nobody has written any */
export function decodeNotes(bytes: Buffer | undefined): CallNotes {
  return bytes ? callNotesSchema.parse(JSON.parse(bytes.toString('utf8'))) : noNotes;
}

function isSameSheet(a: Pick<ScoreSheet, 'coach' | 'rubricId'>, b: Pick<ScoreSheet, 'coach' | 'rubricId'>): boolean {
  return a.coach === b.coach && a.rubricId === b.rubricId;
}
