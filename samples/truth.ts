import { z } from 'zod';
import { roleSchema } from '../core/model/role.ts';

const seconds = z.number().nonnegative();
const spanSchema = z.tuple([seconds, seconds]).refine(([start, end]) => end > start, 'a span must end after it starts');

const lineKindSchema = z.enum(['turn', 'interruption', 'backchannel']);
export type LineKind = z.infer<typeof lineKindSchema>;

/** One uninterrupted piece of speech, in the order of its start. */
const lineSchema = z.object({
  role: roleSchema,
  kind: lineKindSchema,
  start: seconds,
  end: seconds,
  text: z.string().min(1),
  /** espeak-ng's speed setting. */
  wpm: z.number().positive(),
  /** Vocal effort in dB relative to the voice's normal speech. */
  effortDb: z.number(),
  /** Mean square over the speech segments; a full-scale square wave is 0 dBFS. */
  levelDbfs: z.number().negative(),
  syllables: z.int().positive(),
  /** Syllables per second of speech, without pauses of 200 ms or more. */
  articulationRate: z.number().positive(),
  /** Speech segments, split by silences of 200 ms or more. */
  speech: z.array(spanSchema).min(1),
});

const speakerSchema = z.object({
  role: roleSchema,
  channel: z.int().nonnegative(),
  voice: z.string(),
  speechSeconds: seconds,
  syllables: z.int().positive(),
  articulationRate: z.number().positive(),
});

/** A span in which both speak. */
const overlapSchema = z.object({
  start: seconds,
  end: seconds,
  startedBy: roleSchema,
  kind: z.enum(['interruption', 'backchannel']),
});

/** A change of speaker: the next line's start minus the previous line's end, negative if they overlap. */
const gapSchema = z.object({ from: roleSchema, to: roleSchema, at: seconds, seconds: z.number() });

/** A stretch in which the condition of a cue holds; the cue may be held back if another was just shown. */
const occasionSchema = z.object({
  kind: z.enum(['let-them-finish', 'softer', 'slower']),
  start: seconds,
  end: seconds,
});

/** The truth about a sample call, known from how it was made. Times are seconds from its start. */
export const truthSchema = z.object({
  schema: z.literal('softspoken.sample-truth/1'),
  id: z.string(),
  title: z.string(),
  description: z.string(),
  audio: z.string(),
  source: z.string(),
  licence: z.string(),
  sampleRateHz: z.int().positive(),
  durationSeconds: seconds,
  noiseFloorDbfs: z.number().negative(),
  speakers: z.array(speakerSchema),
  lines: z.array(lineSchema),
  gaps: z.array(gapSchema),
  overlaps: z.array(overlapSchema),
  /** Silences of 1–3 s before the agent took the floor from the caller. */
  pausesKept: z.array(spanSchema),
  occasions: z.array(occasionSchema),
  summary: z.object({
    /** Agent speech / all speech. */
    talkShare: z.number().min(0).max(1),
    /** Median of the gaps from caller to agent. */
    medianResponseGapSeconds: z.number(),
    agentInterruptions: z.int().nonnegative(),
  }),
});

export type Truth = z.infer<typeof truthSchema>;
export type TruthLine = z.infer<typeof lineSchema>;
export type TruthOverlap = z.infer<typeof overlapSchema>;
export type TruthGap = z.infer<typeof gapSchema>;
export type Occasion = z.infer<typeof occasionSchema>;
