import { z } from 'zod';

const spreadSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() });
export type Spread = z.infer<typeof spreadSchema>;

export const baselineKindSchema = z.enum(['personal', 'provisional', 'none']);

/** Seconds of the agent's speech that a provisional baseline is learned from if there is no personal one. [J] */
export const provisionalSpeechSeconds = 20;

/**
 * An agent's usual way of speaking, measured while they read a passage normally (30–45 s) and, optionally, softly (15 s).
 * All targets of the coaching are relative to it. The percentiles are those of a call's trailing readings: 3 s of level,
 * alpha ratio and F0, 4 s of speech for the rate.
 */
export const baselineSchema = z.object({
  schema: z.literal('softspoken.baseline/1'),
  /** Name of the capture device, or null for a recording. */
  device: z.string().nullable(),
  /** True if automatic gain control was on, so that levels say nothing about effort; null if unknown. */
  agc: z.boolean().nullable(),
  activeLufs: spreadSchema,
  alphaRatioDb: spreadSchema.nullable(),
  f0Hz: spreadSchema.nullable(),
  articulationRate: spreadSchema.nullable(),
  /** dB of alpha ratio per dB of vocal level, fitted from the soft and the normal recording; null without a soft one. */
  alphaPerDb: z.number().nullable(),
});
export type Baseline = z.infer<typeof baselineSchema>;
