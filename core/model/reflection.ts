import { z } from 'zod';

/** What the agent says of the call, and to what the coach said of it. */
export const reflectionSchema = z.object({
  workedWell: z.string().max(4000),
  couldBeImproved: z.string().max(4000),
  /** Null until the agent has answered. */
  answer: z.enum(['acknowledged', 'contested']).nullable(),
  answerNote: z.string().max(4000),
  /** The call turned on policy or the product, not on the voice: it is left out of trends. */
  isPolicyNotVoice: z.boolean(),
});
export type Reflection = z.infer<typeof reflectionSchema>;

/** What is said anew, at least one thing; the rest stays. */
export const reflectionChangeSchema = reflectionSchema
  .partial()
  .refine((change) => Object.values(change).some((said) => said !== undefined), { error: 'nothing is changed' });
export type ReflectionChange = z.infer<typeof reflectionChangeSchema>;

/** An answer that is taken back takes its note along: nobody sees it any more, so nothing hands it on. */
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
