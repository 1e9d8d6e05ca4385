import { z } from 'zod';

/** The agent's thoughts on the call, and their reply to the coach. */
export const reflectionSchema = z.object({
  workedWell: z.string().max(4000),
  couldBeImproved: z.string().max(4000),
  /** Null until the agent has answered. */
  answer: z.enum(['acknowledged', 'contested']).nullable(),
  answerNote: z.string().max(4000),
  /** True if the call was decided by policy or the product rather than by the voice. It is left out of trends. */
  isPolicyNotVoice: z.boolean(),
});
export type Reflection = z.infer<typeof reflectionSchema>;

/** The fields that change, at least one. */
export const reflectionChangeSchema = reflectionSchema
  .partial()
  .refine((change) => Object.values(change).some((said) => said !== undefined), { error: 'nothing is changed' });
export type ReflectionChange = z.infer<typeof reflectionChangeSchema>;

/** Applies a change. Without an answer there is no note either, because nobody would see it before it is exported. */
export function changedReflection(reflection: Reflection, change: ReflectionChange): Reflection {
  const answer = change.answer === undefined ? reflection.answer : change.answer;
  return {
    workedWell: change.workedWell ?? reflection.workedWell,
    couldBeImproved: change.couldBeImproved ?? reflection.couldBeImproved,
    answer,
    answerNote: answer === null ? '' : (change.answerNote ?? reflection.answerNote),
    isPolicyNotVoice: change.isPolicyNotVoice ?? reflection.isPolicyNotVoice,
  };
}
