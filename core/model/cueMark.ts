import { z } from 'zod';
import { type Cue, cueKindSchema } from './cue.ts';

/** Moments in the report are rounded to this. */
const roundingSeconds = 0.001;

/** What the agent says of a cue: that it was wrong, or after all was not. `at` is the cue's own moment. */
export const cueMarkSchema = z.object({ kind: cueKindSchema, at: z.number(), wrong: z.boolean() });
export type CueMark = z.infer<typeof cueMarkSchema>;

/** A cue that was marked wrong. */
export const wrongCueSchema = cueMarkSchema.omit({ wrong: true });
export type WrongCue = z.infer<typeof wrongCueSchema>;

/** The cues marked wrong after one more mark. */
export function wrongCuesAfter(before: readonly WrongCue[], { kind, at, wrong }: CueMark): WrongCue[] {
  const others = before.filter((cue) => cue.kind !== kind || Math.abs(cue.at - at) >= roundingSeconds);
  return wrong ? [...others, { kind, at }] : others;
}

/** The ledger with one cue marked; undefined where it holds no such cue. */
export function withCueMarked(ledger: readonly Cue[], { kind, at, wrong }: CueMark): Cue[] | undefined {
  const isMeant = (cue: Cue) => cue.shown && cue.kind === kind && Math.abs(cue.at - at) < roundingSeconds;
  if (!ledger.some(isMeant)) return undefined;
  return ledger.map((cue) => (isMeant(cue) ? { ...cue, markedWrong: wrong } : cue));
}
