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
