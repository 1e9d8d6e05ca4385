import { z } from 'zod';

/** Where one party's sound shall come from. */
export const sourceChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** A capture device of this machine. */
  z.object({ kind: z.literal('device'), name: z.string() }),
  /** A microphone of the page; null is the browser's default. */
  z.object({ kind: z.literal('page'), deviceId: z.string().nullable() }),
  /** What the computer plays, captured by the page. */
  z.object({ kind: z.literal('system') }),
]);
export type SourceChoice = z.infer<typeof sourceChoiceSchema>;
