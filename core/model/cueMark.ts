import { z } from 'zod';
import { type Cue, cueKindSchema } from './cue.ts';

/** Times in reports are rounded to this. */
const roundingSeconds = 0.001;

/** The agent's verdict that a cue was wrong, or that it was right after all. `at` is the time of the cue. */
export const cueMarkSchema = z.object({ kind: cueKindSchema, at: z.number(), wrong: z.boolean() });
export type CueMark = z.infer<typeof cueMarkSchema>;

export const wrongCueSchema = cueMarkSchema.omit({ wrong: true });
export type WrongCue = z.infer<typeof wrongCueSchema>;

/** Returns the cues marked wrong after one more mark. */
export function wrongCuesAfter(before: readonly WrongCue[], { kind, at, wrong }: CueMark): WrongCue[] {
  const others = before.filter((cue) => cue.kind !== kind || Math.abs(cue.at - at) >= roundingSeconds);
  return wrong ? [...others, { kind, at }] : others;
}

/** Returns the ledger with one cue marked; undefined if it has no such cue. */
export function withCueMarked(ledger: readonly Cue[], { kind, at, wrong }: CueMark): Cue[] | undefined {
  const isMeant = (cue: Cue) => cue.shown && cue.kind === kind && Math.abs(cue.at - at) < roundingSeconds;
  if (!ledger.some(isMeant)) return undefined;
  return ledger.map((cue) => (isMeant(cue) ? { ...cue, markedWrong: wrong } : cue));
}
