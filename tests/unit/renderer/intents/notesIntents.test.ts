import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/model/appError.ts';
import { type CallNotes, noNotes } from '../../../../core/model/callNotes.ts';
import { changedReflection } from '../../../../core/model/reflection.ts';
import type { AppClient } from '../../../../renderer/host/appClient.ts';
import { createNotesIntents } from '../../../../renderer/intents/notesIntents.ts';
import { useNotesStore } from '../../../../renderer/state/notesStore.ts';

/** A host that writes down a change when it is told to, or refuses it. */
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
  return { intents: createNotesIntents(client), answer: (error?: Error) => waiting.shift()!(error) };
}

const shown = () => useNotesStore.getState().notes.reflection;

describe('what the agent says of the call on the screen', () => {
  let host: ReturnType<typeof slowHost>;
  beforeEach(async () => {
    host = slowHost();
    await host.intents.open('one');
  });

  it('is shown before the host has written it down', async () => {
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

  it('is taken from the screen with the reason where it cannot be kept', async () => {
    const saying = host.intents.changeReflection({ answer: 'contested' });
    host.answer(new AppError('disk-full', 'The disk is full.'));
    await saying;
    expect(shown()).toEqual(noNotes.reflection);
    expect(useNotesStore.getState().error).toBeDefined();
  });
});
