import { z } from 'zod';
import { practiceSchema } from './practice.ts';
import { roleSchema } from './role.ts';

/** One spoken line of a card. The script that makes the samples uses its effort and speed. */
export const cardLineSchema = z.strictObject({
  role: roleSchema,
  text: z.string().min(1),
  /** Vocal effort in dB relative to the voice's normal speech. */
  effortDb: z.number(),
  wpm: z.number().positive(),
  /** Gap after the last word of the previous line; negative if the lines overlap, 0 for the first line. */
  gapSeconds: z.number(),
});
export type CardLine = z.infer<typeof cardLineSchema>;

/** A card that teaches a practice or tells a story of one, with recordings of it done poorly and well. */
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
