import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { spanSchema } from '../../../core/model/callReport.ts';
import { roleSchema } from '../../../core/model/role.ts';

const labelledTurnSchema = z.object({
  speaker: z.string(),
  start: z.number(),
  end: z.number(),
  syllables: z.number().optional(),
  /** The emotion in which an actor spoke the turn. */
  emotion: z.string().optional(),
  /** Hz */
  f0_median: z.number().nullish(),
  /** Speech within the turn; if missing, the whole turn. */
  speech: z.array(spanSchema).optional(),
});
export type LabelledTurn = z.infer<typeof labelledTurnSchema>;

const labelledClipSchema = z.object({
  file: z.string(),
  seconds: z.number().positive(),
  channels: z.int().min(1).max(2).default(1),
  /** The party on each of two channels. */
  channels_are: z.array(roleSchema).default([]),
  speaker: z.string().optional(),
  age: z.number().optional(),
  /** espeak-ng's speed setting, in sets made at several speeds. */
  wpm: z.number().optional(),
  /** Syllables of a single speaker, or per party of a call, whose turns have their own counts. */
  syllables: z.unknown().optional(),
  /** The words that are said. */
  text: z.string().optional(),
  speech: z.array(spanSchema).optional(),
  f0_hz: z.object({ median: z.number() }).nullish(),
  turns: z.array(labelledTurnSchema).default([]),
  overlaps: z.array(spanSchema).optional(),
  interruptions: z
    .array(
      z.object({
        by: z.string(),
        start: z.number(),
        overlap: z.number().optional(),
        kind: z.enum(['int', 'bc']).optional(),
      }),
    )
    .optional(),
});
export type LabelledClip = z.infer<typeof labelledClipSchema>;

const truthFileSchema = z.object({ set: z.string(), items: z.array(labelledClipSchema).min(1) });

/** Recordings of one kind with their labels. */
export interface LabelledSet {
  /** The name of the folder. */
  readonly name: string;
  /** The kind stated in the truth file. */
  readonly kind: string;
  readonly folder: string;
  readonly clips: readonly LabelledClip[];
}

/**
 * Reads the sets in a folder, by name: each is a subfolder with `truth.json` and its audio.
 *
 * @throws {Error} if the folder contains no set, or a truth file does not have the expected shape
 */
export function readLabelledSets(dataFolder: string): readonly LabelledSet[] {
  const names = readdirSync(dataFolder).filter((name) => existsSync(join(dataFolder, name, 'truth.json')));
  if (names.length === 0) throw new Error(`${dataFolder} contains no labelled set (a folder with truth.json).`);
  return names.toSorted().map((name) => {
    const folder = join(dataFolder, name);
    const truth = truthFileSchema.safeParse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
    if (!truth.success) throw new Error(`${name}/truth.json: ${z.prettifyError(truth.error)}`);
    return { name, kind: truth.data.set, folder, clips: truth.data.items };
  });
}
