import type { NewComment } from '../../contract/notesContract.ts';
import { type CallNotes, noNotes } from '../../core/model/callNotes.ts';
import { withComment } from '../../core/model/comment.ts';
import { changedReflection, type ReflectionChange } from '../../core/model/reflection.ts';
import type { ScoreSheet } from '../../core/model/rubric.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useNotesStore } from '../state/notesStore.ts';
import { useReviewerStore } from '../state/reviewerStore.ts';

/** Comments, scores and reflection of the call on the screen. The store reports a change that fails. */
export class NotesIntents {
  readonly #client: Pick<AppClient, 'notes' | 'review'>;
  /** Counts requested and shown changes, so that notes fetched before one of them are fetched again. */
  #changes = 0;

  constructor(client: Pick<AppClient, 'notes' | 'review'>) {
    this.#client = client;
  }

  /** @param isReader sees the scores of every coach who submitted them, without scoring */
  async open(callId: string, isReader = false): Promise<void> {
    const opened = useNotesStore.getState();
    if (opened.callId !== callId || opened.isReader !== isReader)
      useNotesStore.setState({ callId, isReader, notes: noNotes, scoring: undefined, error: undefined });
    await this.#change((callId) => this.#refresh(callId));
  }

  /** Sets the name of the person who comments and scores. */
  async setName(name: string): Promise<void> {
    useReviewerStore.setState({ name });
    await this.#change((callId) => this.#refresh(callId));
  }

  addComment(written: Omit<NewComment, 'author'>): Promise<void> {
    return this.#change(async (callId) => {
      const comment = await this.#client.notes.addComment({ callId, comment: { ...written, author: reviewer() } });
      this.#show(callId, (notes) => ({ comments: withComment(notes.comments, comment) }));
    });
  }

  removeComment(commentId: string): Promise<void> {
    return this.#change(async (callId) => {
      await this.#client.notes.removeComment({ callId, commentId });
      this.#show(callId, (notes) => ({ comments: notes.comments.filter(({ id }) => id !== commentId) }));
    });
  }

  /** Submitting may reveal the scores of others. */
  saveScores(sheet: Pick<ScoreSheet, 'rubricId' | 'levels'>, submit: boolean): Promise<void> {
    return this.#change(async (callId) => {
      await this.#client.notes.saveScores({ callId, sheet: { ...sheet, coach: reviewer() }, submit });
      await this.#refresh(callId);
    });
  }

  /** Shows the change immediately; if it cannot be saved, shows the saved text again. */
  changeReflection(change: ReflectionChange): Promise<void> {
    return this.#change(async (callId) => {
      const showChange = () =>
        this.#show(callId, ({ reflection }) => ({ reflection: changedReflection(reflection, change) }));
      showChange();
      try {
        await this.#client.notes.changeReflection({ callId, change });
        // Notes that were fetched in the meantime may lack the change.
        showChange();
      } catch (error) {
        await this.#refresh(callId);
        throw error;
      }
    });
  }

  /** Changes the notes of the call on the screen. */
  async #change(make: (callId: string) => Promise<void>): Promise<void> {
    const { callId } = useNotesStore.getState();
    if (callId === undefined) return;
    this.#changes += 1;
    try {
      await make(callId);
      useNotesStore.setState({ error: undefined });
    } catch (error) {
      useNotesStore.setState({ error: errorOf(error) });
    }
  }

  /** Shows a change of a call's notes if the call is still on the screen. */
  #show(callId: string, change: (notes: CallNotes) => Partial<CallNotes>): void {
    this.#changes += 1;
    useNotesStore.setState((state) =>
      state.callId === callId ? { notes: { ...state.notes, ...change(state.notes) } } : state,
    );
  }

  /** Fetches the notes and scores, and fetches them again if they changed in the meantime. */
  async #refresh(callId: string): Promise<void> {
    for (let seen: number | undefined; seen !== this.#changes; ) {
      seen = this.#changes;
      const coach = useNotesStore.getState().isReader ? null : reviewer() || null;
      const { notes: stored, review } = this.#client;
      const [notes, scoring] = await Promise.all([stored.get({ callId, coach }), review.scoring({ callId, coach })]);
      const isWanted = seen === this.#changes && useNotesStore.getState().callId === callId;
      if (isWanted) useNotesStore.setState({ notes, scoring });
    }
  }
}

function reviewer(): string {
  return useReviewerStore.getState().name.trim();
}
