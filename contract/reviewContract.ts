import { z } from 'zod';
import { followedMeasureIds } from '../core/measures/followedMeasures.ts';
import { spanSchema } from '../core/model/callReport.ts';
import { rubricSchema, scoreSheetSchema } from '../core/model/rubric.ts';
import { callIdSchema } from './callContract.ts';
import { procedure } from './procedure.ts';

const followedMeasureSchema = z.enum(followedMeasureIds);

const count = z.number().int().nonnegative();

/** The median with the interquartile range of the values. */
export const spreadSchema = z.object({ n: count, median: z.number(), q1: z.number(), q3: z.number() });

export const teamRubricSchema = z.object({ rubric: rubricSchema, isDefault: z.boolean() });
export type TeamRubric = z.infer<typeof teamRubricSchema>;

/** A rubric as it was written; the host adds its id. */
const rubricChangeSchema = z.object({ name: rubricSchema.shape.name, criteria: rubricSchema.shape.criteria });
export type RubricChange = z.infer<typeof rubricChangeSchema>;

export const scoringSchema = z.object({
  rubric: rubricSchema,
  /**
   * The sheets that the coach may see, each with its weighted mean as a share of the scale; null if nothing is scored.
   */
  sheets: z.array(z.object({ sheet: scoreSheetSchema, share: z.number().nullable() })),
  /** Agreement of the coach's sheet with the first of the others; null until both are submitted. */
  agreement: z
    .object({
      other: z.string(),
      /** Criteria that both scored. */
      n: count,
      sameShare: z.number().nullable(),
      meanDistance: z.number().nullable(),
    })
    .nullable(),
});
export type Scoring = z.infer<typeof scoringSchema>;

export const comparisonSchema = z.array(
  z.object({
    measure: followedMeasureSchema,
    value: z.number().nullable(),
    other: z.number().nullable(),
    /** other − value */
    difference: z.number().nullable(),
  }),
);
export type Comparison = z.infer<typeof comparisonSchema>;

export const pastComparisonSchema = z.object({
  /** Earlier calls of the same agent, without practice, policy calls and calls whose parties share a channel. */
  calls: count,
  measures: z.array(
    z.object({
      measure: followedMeasureSchema,
      value: z.number().nullable(),
      /** Null for too few earlier calls. */
      past: spreadSchema.nullable(),
      /** Position of the value relative to the interquartile range of the past. */
      place: z.enum(['below', 'usual', 'above']).nullable(),
    }),
  ),
});
export type PastComparison = z.infer<typeof pastComparisonSchema>;

export const trendSchema = z.object({
  measure: followedMeasureSchema,
  /** All the calls, for comparison with a week. */
  own: spreadSchema.nullable(),
  /** ISO 8601 weeks that have a value, in order. */
  weeks: z.array(spreadSchema.extend({ week: z.string() })),
  /** The best call so far; null for measures with a target on both sides, and for fewer than two calls. */
  best: z.object({ callId: callIdSchema, value: z.number() }).nullable(),
  n: count,
});
export type Trend = z.infer<typeof trendSchema>;

/** The change of one party's level after an action of the other. */
export const responseSchema = z.object({
  direction: z.enum(['too-few', 'unclear', 'softer', 'louder']),
  /** Mean change with its 95% interval, dB; null for fewer than three. */
  change: z.object({ valueDb: z.number(), ci95: spanSchema }).nullable(),
  n: count,
});
export type Response = z.infer<typeof responseSchema>;

export const trendsSchema = z.object({
  /** Calls that count: practice never does. */
  calls: count,
  /** Calls left out because they turned on policy, not on the voice, or because both parties share a channel. */
  leftOut: count,
  trends: z.array(trendSchema),
  /** Latest calls from which the responses were measured. */
  responseCalls: count,
  /** The agent's level after the peaks of the caller's waves. */
  reactivity: responseSchema,
  /** The caller's level after soft turns of the agent. */
  coRegulation: responseSchema,
});
export type Trends = z.infer<typeof trendsSchema>;

export const reviewContract = {
  /** Returns the rubric with the scores of a call that a coach may see; null is anyone who does not score. */
  scoring: procedure
    .input(z.object({ callId: callIdSchema, coach: scoreSheetSchema.shape.coach.nullable() }))
    .output(scoringSchema),
  /** Returns the rubric for scoring calls from now on. */
  rubric: procedure.output(teamRubricSchema),
  /** Saves a new version of the rubric. Scores by an earlier version stay with it. */
  saveRubric: procedure.input(rubricChangeSchema).output(teamRubricSchema),
  /** Returns to the rubric that comes with the app. */
  resetRubric: procedure.output(teamRubricSchema),
  /** Compares two calls, measure by measure. */
  compare: procedure.input(z.object({ callId: callIdSchema, otherId: callIdSchema })).output(comparisonSchema),
  /** Compares a call with the earlier calls of its agent. */
  compareWithPast: procedure.input(z.object({ callId: callIdSchema })).output(pastComparisonSchema),
  /** Returns the trends week by week; null stands for the calls without an agent's name. */
  trends: procedure.input(z.object({ agent: z.string().nullable() })).output(trendsSchema),
};
