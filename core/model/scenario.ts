import { z } from 'zod';
import { practiceSchema } from './practice.ts';

/** The simulated caller's levels of anger, lowest first. */
export const intensitySchema = z.enum(['calm', 'annoyed', 'angry', 'peak']);
export type Intensity = z.infer<typeof intensitySchema>;
export const intensities = intensitySchema.options;

/** The simulated caller's reactions to an answer. */
export const verdictSchema = z.enum(['soothed', 'unmoved', 'provoked']);
export type Verdict = z.infer<typeof verdictSchema>;

/** The ways a simulated call can end: the goal is reached, the caller gives up at the peak, or nothing is resolved. */
export const outcomeSchema = z.enum(['resolved', 'lost', 'unresolved']);
export type Outcome = z.infer<typeof outcomeSchema>;

const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens, beginning with a letter.');
const sentenceSchema = z.string().trim().min(1, 'Write what is said.').max(400, 'Keep it under 400 characters.');
const linesSchema = z.array(sentenceSchema).max(9, 'Nine lines are enough.');

/** One concern of the caller, with lines for every intensity and the beats that can follow. */
export const beatSchema = z.strictObject({
  lines: z.strictObject({
    calm: linesSchema,
    annoyed: linesSchema,
    angry: linesSchema,
    peak: linesSchema,
  }),
  /** True for a second wave: the first time the caller reaches this beat, they are at least angry. */
  surge: z.boolean().default(false),
  /** The next beat by verdict. `resolved` is the goal; a caller who is not calm yet stays on this beat instead. */
  next: z.strictObject({ soothed: nameSchema, unmoved: nameSchema, provoked: nameSchema }),
});

/** The name that a beat's `next` uses for the goal. */
export const GOAL = 'resolved';

/** A simulated caller, which teams can write themselves: `softspoken scenario check FILE` lists its problems. */
export const scenarioSchema = z.strictObject({
  schema: z.literal('softspoken.scenario/1'),
  id: nameSchema,
  title: z.string().min(1).max(80),
  trade: z.string().min(1).max(80),
  /** The briefing for the trainee. */
  situation: z.string().min(1).max(600),
  goal: z.string().min(1).max(300),
  practices: z.array(practiceSchema).min(1),
  caller: z.strictObject({ name: z.string().min(1).max(60), voice: z.enum(['man', 'woman']) }),
  start: z.strictObject({ beat: nameSchema, intensity: intensitySchema }),
  beats: z.record(nameSchema, beatSchema),
  /** Lines for when the caller is talked over. */
  talkedOver: z.strictObject({ annoyed: linesSchema, angry: linesSchema, peak: linesSchema }),
  /** Lines for long silences. */
  silence: linesSchema,
  endings: z.strictObject({ resolved: linesSchema, lost: linesSchema, unresolved: linesSchema }),
});
export type Scenario = z.infer<typeof scenarioSchema>;
