import { z } from 'zod';

const spreadSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() });
export type Spread = z.infer<typeof spreadSchema>;

/** Seconds of the agent's speech after which a provisional baseline learned from it counts, where there is no personal one. [J] */
export const provisionalSpeechSeconds = 20;

/**
 * An agent's own way of speaking, measured from a normal reading (30–45 s) and, where there is one, a soft reading (15 s).
 * Every target of the coaching is relative to it. Percentiles are of the same trailing
 * readings a call is measured with: 3 s of level, alpha ratio and F0, 4 s of speech for the rate.
 */
export const baselineSchema = z.object({
  schema: z.literal('softspoken.baseline/1'),
  /** Name of the capture device, or null for a recording. */
  device: z.string().nullable(),
  /** Whether automatic gain control was on: levels under it say nothing about effort. Null when unknown. */
  agc: z.boolean().nullable(),
  activeLufs: spreadSchema,
  alphaRatioDb: spreadSchema.nullable(),
  f0Hz: spreadSchema.nullable(),
  articulationRate: spreadSchema.nullable(),
  /** dB of alpha ratio per dB of vocal level, fitted from the soft and the normal reading; null where there was no soft one. */
  alphaPerDb: z.number().nullable(),
});
export type Baseline = z.infer<typeof baselineSchema>;
