import { z } from 'zod';
import { practiceSchema } from './practice.ts';
import { roleSchema } from './role.ts';

/** One line of what is heard on a card. The script that makes the samples says it with this effort and speed. */
export const cardLineSchema = z.strictObject({
  role: roleSchema,
  text: z.string().min(1),
  /** Vocal effort in dB relative to the voice's normal speech. */
  effortDb: z.number(),
  wpm: z.number().positive(),
  /** From the last word of the line before; negative where it talks into it. 0 for the first. */
  gapSeconds: z.number(),
});
export type CardLine = z.infer<typeof cardLineSchema>;

/** One practice, or a story of one, on a card: to read, and to hear done poorly and well. */
export const learningCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['practice', 'story']),
  practice: practiceSchema,
  title: z.string().min(1).max(60),
  paragraphs: z.array(z.string().min(1)).min(1),
  /** Phrases that help and phrases to avoid. */
  say: z.array(z.string().min(1)),
  avoid: z.array(z.string().min(1)),
  hear: z.strictObject({ poor: z.array(cardLineSchema).min(1), good: z.array(cardLineSchema).min(1) }),
});
export type LearningCard = z.infer<typeof learningCardSchema>;

export const learningCardsSchema = z.strictObject({
  schema: z.literal('softspoken.cards/1'),
  cards: z.array(learningCardSchema).min(1),
});
