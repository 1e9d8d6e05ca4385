import { z } from 'zod';

/** The selected source of one party's audio. */
export const sourceChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** A capture device of this machine. */
  z.object({ kind: z.literal('device'), name: z.string() }),
  /** A microphone captured by the page; null is the browser's default. */
  z.object({ kind: z.literal('page'), deviceId: z.string().nullable() }),
  /** The computer's audio output, captured by the page. */
  z.object({ kind: z.literal('system') }),
]);
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;
