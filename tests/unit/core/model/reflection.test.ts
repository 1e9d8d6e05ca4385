import { describe, expect, it } from 'vitest';
import { noNotes } from '../../../../core/model/callNotes.ts';
import { changedReflection, reflectionChangeSchema } from '../../../../core/model/reflection.ts';

const none = noNotes.reflection;

describe('an agent’s reflection', () => {
  it('changes one answer at a time', () => {
    const said = changedReflection(changedReflection(none, { workedWell: 'The pauses' }), { answer: 'contested' });
    expect(said).toEqual({ ...none, workedWell: 'The pauses', answer: 'contested' });
    expect(changedReflection(said, { answerNote: 'He was done' })).toEqual({ ...said, answerNote: 'He was done' });
  });

  it('keeps its note while the answer changes and drops it when the answer is withdrawn', () => {
    const contested = { ...none, answer: 'contested' as const, answerNote: 'He was done' };
    expect(changedReflection(contested, { answer: 'acknowledged' }).answerNote).toBe('He was done');
    expect(changedReflection(contested, { answer: null })).toEqual(none);
    expect(changedReflection(none, { answerNote: 'To nothing' })).toEqual(none);
  });

  it('rejects other answers, and a change without fields', () => {
    expect(reflectionChangeSchema.safeParse({ answer: 'acknowledged' }).success).toBe(true);
    expect(reflectionChangeSchema.safeParse({ answer: 'ignored' }).success).toBe(false);
    expect(reflectionChangeSchema.safeParse({}).success).toBe(false);
  });
});
