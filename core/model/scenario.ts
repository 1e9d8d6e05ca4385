import { z } from 'zod';
import { practiceSchema } from './practice.ts';

/** How angry the simulated caller is, from least to most. */
export const intensitySchema = z.enum(['calm', 'annoyed', 'angry', 'peak']);
export type Intensity = z.infer<typeof intensitySchema>;
export const intensities = intensitySchema.options;

/** How the simulated caller takes an answer. */
export const verdictSchema = z.enum(['soothed', 'unmoved', 'provoked']);
export type Verdict = z.infer<typeof verdictSchema>;

/** How a simulated call ends: the goal was reached, the caller gave up at the peak, or it led nowhere. */
export const outcomeSchema = z.enum(['resolved', 'lost', 'unresolved']);
export type Outcome = z.infer<typeof outcomeSchema>;

const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens, beginning with a letter.');
const sentenceSchema = z.string().trim().min(1, 'Write what is said.').max(400, 'Keep it under 400 characters.');
const linesSchema = z.array(sentenceSchema).max(9, 'Nine lines are enough.');

/** One thing the caller has on their mind: said in other words at every intensity, and what comes after it. */
export const beatSchema = z.strictObject({
  lines: z.strictObject({
    calm: linesSchema,
    annoyed: linesSchema,
    angry: linesSchema,
    peak: linesSchema,
  }),
  /** A second wave: whatever was answered before, the caller is at least angry when this comes up for the first time. */
  surge: z.boolean().default(false),
  /** The beat after the answer to this one. `resolved` is the goal; it is only reached by a calm caller, another stays. */
  next: z.strictObject({ soothed: nameSchema, unmoved: nameSchema, provoked: nameSchema }),
});

/** The end of a scenario as a beat names it. */
export const GOAL = 'resolved';

/** A simulated caller, as a team writes one: `softspoken scenario check FILE` says what is missing. */
export const scenarioSchema = z.strictObject({
  schema: z.literal('softspoken.scenario/1'),
  id: nameSchema,
  title: z.string().min(1).max(80),
  trade: z.string().min(1).max(80),
  /** What the trainee is told before the call. */
  situation: z.string().min(1).max(600),
  goal: z.string().min(1).max(300),
  practices: z.array(practiceSchema).min(1),
  caller: z.strictObject({ name: z.string().min(1).max(60), voice: z.enum(['man', 'woman']) }),
  start: z.strictObject({ beat: nameSchema, intensity: intensitySchema }),
  beats: z.record(nameSchema, beatSchema),
  /** What the caller says when talked over. */
  talkedOver: z.strictObject({ annoyed: linesSchema, angry: linesSchema, peak: linesSchema }),
  /** What the caller says into a long silence. */
  silence: linesSchema,
  endings: z.strictObject({ resolved: linesSchema, lost: linesSchema, unresolved: linesSchema }),
});
export type Scenario = z.infer<typeof scenarioSchema>;
