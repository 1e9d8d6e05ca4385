import { describe, expect, it } from 'vitest';
import { noNotes } from '../../../../core/model/callNotes.ts';
import { changedReflection, reflectionChangeSchema } from '../../../../core/model/reflection.ts';

const none = noNotes.reflection;

describe('what an agent says of a coaching', () => {
  it('is changed one answer at a time, and the rest stays', () => {
    const said = changedReflection(changedReflection(none, { workedWell: 'The pauses' }), { answer: 'contested' });
    expect(said).toEqual({ ...none, workedWell: 'The pauses', answer: 'contested' });
    expect(changedReflection(said, { answerNote: 'He was done' })).toEqual({ ...said, answerNote: 'He was done' });
  });

  it('keeps its note while the answer changes, and drops it when the answer is taken back', () => {
    const contested = { ...none, answer: 'contested' as const, answerNote: 'He was done' };
    expect(changedReflection(contested, { answer: 'acknowledged' }).answerNote).toBe('He was done');
    expect(changedReflection(contested, { answer: null })).toEqual(none);
    expect(changedReflection(none, { answerNote: 'To nothing' })).toEqual(none);
  });

  it('is no other answer than the two, and no change without any', () => {
    expect(reflectionChangeSchema.safeParse({ answer: 'acknowledged' }).success).toBe(true);
    expect(reflectionChangeSchema.safeParse({ answer: 'ignored' }).success).toBe(false);
    expect(reflectionChangeSchema.safeParse({}).success).toBe(false);
  });
});
