import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/model/appError.ts';
import { type CallNotes, noNotes } from '../../../../core/model/callNotes.ts';
import type { Comment } from '../../../../core/model/comment.ts';
import { changedReflection } from '../../../../core/model/reflection.ts';
import type { AppClient } from '../../../../renderer/host/appClient.ts';
import { NotesIntents } from '../../../../renderer/intents/notesIntents.ts';
import { useNotesStore } from '../../../../renderer/state/notesStore.ts';

/** A host that saves a change on request, or rejects it. */
function slowHost() {
  let kept: CallNotes = noNotes;
  const waiting: ((error?: Error) => void)[] = [];
  const client = {
    notes: {
      get: async () => kept,
      changeReflection: ({ change }: Parameters<AppClient['notes']['changeReflection']>[0]) =>
        new Promise<void>((resolve, reject) => {
          waiting.push((error) => {
            if (error) return reject(error);
            kept = { ...kept, reflection: changedReflection(kept.reflection, change) };
            resolve();
          });
        }),
    },
    review: { scoring: async () => ({ rubric: undefined, sheets: [], agreement: null }) },
  } as unknown as Pick<AppClient, 'notes' | 'review'>;
  return { intents: new NotesIntents(client), answer: (error?: Error) => waiting.shift()!(error) };
}

const shown = () => useNotesStore.getState().notes.reflection;

describe('the agent’s reflection on the call on the screen', () => {
  let host: ReturnType<typeof slowHost>;
  beforeEach(async () => {
    host = slowHost();
    await host.intents.open('one');
  });

  it('is shown before the host has saved it', async () => {
    const saying = host.intents.changeReflection({ answer: 'contested' });
    expect(shown().answer).toBe('contested');
    host.answer();
    await saying;
    expect(shown().answer).toBe('contested');
  });

  it('does not go back to an earlier answer while a later one is on its way', async () => {
    const first = host.intents.changeReflection({ couldBeImproved: 'The end' });
    const second = host.intents.changeReflection({ answer: 'contested' });
    host.answer();
    await first;
    expect(shown()).toMatchObject({ couldBeImproved: 'The end', answer: 'contested' });
    host.answer();
    await second;
    expect(shown()).toMatchObject({ couldBeImproved: 'The end', answer: 'contested' });
  });

  it('is removed from the screen, with the reason, if it cannot be saved', async () => {
    const saying = host.intents.changeReflection({ answer: 'contested' });
    host.answer(new AppError('disk-full', 'The disk is full.'));
    await saying;
    expect(shown()).toEqual(noNotes.reflection);
    expect(useNotesStore.getState().error).toBeDefined();
  });
});

describe('a comment on the call on the screen', () => {
  const comment = (id: string, at: number): Comment => ({
    id,
    author: 'Kim',
    at,
    until: null,
    text: 'Good pause.',
    writtenAt: '2026-11-30T10:00:00Z',
  });
  const ids = () => useNotesStore.getState().notes.comments.map(({ id }) => id);

  /** A host with one comment; `asked` lists the requests it received. */
  function commentHost() {
    const asked: string[] = [];
    const answered =
      <T>(name: string, answer: T) =>
      async () => {
        asked.push(name);
        return answer;
      };
    const client = {
      notes: {
        get: answered('get', { ...noNotes, comments: [comment('late', 9)] }),
        addComment: answered('addComment', comment('early', 2)),
        removeComment: answered('removeComment', undefined),
      },
      review: { scoring: answered('scoring', { rubric: undefined, sheets: [], agreement: null }) },
    } as unknown as Pick<AppClient, 'notes' | 'review'>;
    return { intents: new NotesIntents(client), asked };
  }

  it('is shown in its place, and removed, by one request each', async () => {
    const { intents, asked } = commentHost();
    await intents.open('one');
    asked.length = 0;
    await intents.addComment({ at: 2, until: null, text: 'Good pause.' });
    expect(ids()).toEqual(['early', 'late']);
    await intents.removeComment('late');
    expect(ids()).toEqual(['early']);
    expect(asked).toEqual(['addComment', 'removeComment']);
  });

  it('stays when it is written while the notes are still being fetched', async () => {
    const { intents } = commentHost();
    const opening = intents.open('two');
    const adding = intents.addComment({ at: 2, until: null, text: 'Good pause.' });
    await Promise.all([opening, adding]);
    expect(ids()).toContain('late');
    expect(useNotesStore.getState().scoring).toBeDefined();
  });
});
