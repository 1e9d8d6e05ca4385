import type { NewComment } from '../../contract/notesContract.ts';
import { noNotes } from '../../core/model/callNotes.ts';
import { changedReflection, type ReflectionChange } from '../../core/model/reflection.ts';
import type { ScoreSheet } from '../../core/model/rubric.ts';
import { type AppClient, errorOf } from '../host/appClient.ts';
import { useNotesStore } from '../state/notesStore.ts';
import { useReviewerStore } from '../state/reviewerStore.ts';

/** What people add to the call on the screen. A change that fails is said in the store. */
export interface NotesIntents {
  /** @param isReader sees what was handed in, whatever they scored themselves */
  open(callId: string, isReader?: boolean): Promise<void>;
  /** Says who comments and scores from now on. */
  setName(name: string): Promise<void>;
  addComment(comment: Omit<NewComment, 'author'>): Promise<void>;
  removeComment(commentId: string): Promise<void>;
  saveScores(sheet: Pick<ScoreSheet, 'rubricId' | 'levels'>, submit: boolean): Promise<void>;
  /** Shown at once; where it cannot be kept, what is kept is shown again. */
  changeReflection(change: ReflectionChange): Promise<void>;
}

export function createNotesIntents({ notes, review }: Pick<AppClient, 'notes' | 'review'>): NotesIntents {
  const name = () => useReviewerStore.getState().name.trim();

  /** Counts changes: of several under way, the last one shows what the notes are then. */
  let changes = 0;

  async function refresh(callId: string, number: number): Promise<void> {
    const coach = useNotesStore.getState().isReader ? null : name() || null;
    const [found, scoring] = await Promise.all([notes.get({ callId, coach }), review.scoring({ callId, coach })]);
    if (number === changes && useNotesStore.getState().callId === callId)
      useNotesStore.setState({ notes: found, scoring });
  }

  /** Does something to the notes of the call on the screen, and shows what they are then. */
  async function change(make: (callId: string) => Promise<unknown>): Promise<void> {
    const { callId } = useNotesStore.getState();
    if (callId === undefined) return;
    changes += 1;
    const number = changes;
    try {
      await make(callId);
      await refresh(callId, number);
      useNotesStore.setState({ error: undefined });
    } catch (error) {
      useNotesStore.setState({ error: errorOf(error) });
    }
  }

  return {
    async open(callId, isReader = false) {
      const opened = useNotesStore.getState();
      if (opened.callId !== callId || opened.isReader !== isReader)
        useNotesStore.setState({ callId, isReader, notes: noNotes, scoring: undefined, error: undefined });
      await change(async () => {});
    },
    async setName(name) {
      useReviewerStore.setState({ name });
      await change(async () => {});
    },
    addComment: (comment) => change((callId) => notes.addComment({ callId, comment: { ...comment, author: name() } })),
    removeComment: (commentId) => change((callId) => notes.removeComment({ callId, commentId })),
    saveScores: (sheet, submit) =>
      change((callId) => notes.saveScores({ callId, sheet: { ...sheet, coach: name() }, submit })),
    changeReflection: (said) =>
      change(async (callId) => {
        const { notes: before } = useNotesStore.getState();
        // A box that is ticked stays ticked while the host writes it down.
        useNotesStore.setState({ notes: { ...before, reflection: changedReflection(before.reflection, said) } });
        try {
          await notes.changeReflection({ callId, change: said });
        } catch (error) {
          await refresh(callId, changes);
          throw error;
        }
      }),
  };
}
