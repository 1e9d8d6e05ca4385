import type { NewComment } from '../../../contract/notesContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { CallNotes } from '../../../core/model/callNotes.ts';
import { type Comment, withComment } from '../../../core/model/comment.ts';
import { changedReflection, type ReflectionChange } from '../../../core/model/reflection.ts';
import type { ScoreSheet } from '../../../core/model/rubric.ts';
import { hasOneChannel } from '../../../core/model/sharedChannel.ts';
import { visibleSheets } from '../../../core/review/rubricScore.ts';
import type { Clock } from '../../clock.ts';
import type { Library } from '../../storage/calls/library.ts';

interface NotesServiceOptions {
  readonly library: Library;
  readonly clock: Clock;
  readonly createId: () => string;
}

/** What coaches and agents add to calls. Every method throws AppError `no-such-call`. */
export class NotesService {
  readonly #options: NotesServiceOptions;

  constructor(options: NotesServiceOptions) {
    this.#options = options;
  }

  /** The notes with the score sheets that this coach may see. @throws BrokenSealError if the notes are damaged */
  async get(callId: string, coach: string | null): Promise<CallNotes> {
    const notes = await this.#options.library.notes.get(callId);
    return { ...notes, scores: visibleSheets(notes.scores, coach) };
  }

  async addComment(callId: string, written: NewComment): Promise<Comment> {
    const { clock, createId } = this.#options;
    const comment = { ...written, id: createId(), writtenAt: clock.now().toISOString() };
    await this.#change(callId, (notes) => ({ comments: withComment(notes.comments, comment) }));
    return comment;
  }

  /** Does nothing if there is no such comment. */
  async removeComment(callId: string, commentId: string): Promise<void> {
    await this.#change(callId, (notes) => ({ comments: notes.comments.filter(({ id }) => id !== commentId) }));
  }

  /** @throws AppError `already-submitted` */
  async saveScores(callId: string, scored: Omit<ScoreSheet, 'submittedAt'>, submit: boolean): Promise<ScoreSheet> {
    const sheet = { ...scored, submittedAt: submit ? this.#options.clock.now().toISOString() : null };
    await this.#change(callId, ({ scores }) => {
      const before = scores.find(({ coach, rubricId }) => coach === sheet.coach && rubricId === sheet.rubricId);
      if (before?.submittedAt) throw new AppError('already-submitted', 'Submitted scores cannot be changed.');
      return { scores: [...scores.filter((each) => each !== before), sheet] };
    });
    return sheet;
  }

  async changeReflection(callId: string, change: ReflectionChange): Promise<void> {
    await this.#change(callId, (notes) => ({ reflection: changedReflection(notes.reflection, change) }));
  }

  /**
   * Sets whether both parties are on the one channel of a call; the measures in the library follow.
   *
   * @throws AppError `roles-mismatch` for a call with two channels
   */
  async setChannelShared(callId: string, isChannelShared: boolean): Promise<void> {
    if (!hasOneChannel(this.#options.library.calls.get(callId))) {
      throw new AppError('roles-mismatch', 'Only a single-channel recording can be marked as shared.');
    }
    await this.#change(callId, () => ({ isChannelShared }));
  }

  #change(callId: string, change: (notes: CallNotes) => Partial<CallNotes>): Promise<CallNotes> {
    return this.#options.library.notes.change(callId, (notes) => ({ ...notes, ...change(notes) }));
  }
}
