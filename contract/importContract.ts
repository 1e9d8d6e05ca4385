import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { baselineSchema } from '../core/model/baseline.ts';
import { roleSchema } from '../core/model/role.ts';
import { agentSchema, tagSchema } from './callContract.ts';
import { procedure } from './procedure.ts';

const pathSchema = z.string().trim().min(1).max(4_096);
const importIdSchema = z.string().min(1).max(64);

/** The recordings to import, and the values that they all share. */
export const importRequestSchema = z.object({
  /** Files, and folders with everything in them, as the host names them; `~` is the user's home folder. */
  paths: z.array(pathSchema).min(1).max(1_000),
  /** True to keep watching the folders for new recordings. */
  watches: z.boolean(),
  /** As for `recordings.analyze`. */
  roles: z.array(roleSchema.nullable()).min(1).max(8).nullable(),
  baseline: baselineSchema.nullable(),
  agent: agentSchema.nullable(),
  tags: z.array(tagSchema).max(50),
});
export type ImportRequest = z.infer<typeof importRequestSchema>;

export const importFailureSchema = z.object({ name: z.string(), error: appErrorDataSchema });
export type ImportFailure = z.infer<typeof importFailureSchema>;

export const importProgressSchema = z.object({
  /** All recordings; the counts below are parts of it. */
  total: z.number().int(),
  done: z.number().int(),
  /** Not imported, because the library already has the same recording. */
  duplicates: z.number().int(),
  failed: z.number().int(),
  /** Null while it is unknown. */
  remainingSeconds: z.number().nonnegative().nullable(),
  /** Names of the recordings under analysis. */
  current: z.array(z.string()),
  /** The earliest failures, in order. */
  failures: z.array(importFailureSchema),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

export const importViewSchema = z.object({
  importId: importIdSchema,
  /** The first of its paths. */
  path: z.string(),
  watches: z.boolean(),
  /** `held` while a call is coached; `done` also while a watched folder has nothing new. */
  state: z.enum(['running', 'held', 'paused', 'done']),
  progress: importProgressSchema,
  /** The reason if it paused by itself, or if a watched folder cannot be read. */
  problem: appErrorDataSchema.nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

const ofImport = z.object({ importId: importIdSchema });

/** Imports recordings from the host's own disk, each exactly once, even across restarts. */
export const importContract = {
  start: procedure.input(importRequestSchema).output(ofImport),
  /** Yields every import, oldest first, now and after every change. */
  watch: procedure.output(eventIterator(z.array(importViewSchema))),
  /** Pauses an import, even across restarts. */
  pause: procedure.input(ofImport).output(z.void()),
  resume: procedure.input(ofImport).output(z.void()),
  /** Ends an import and forgets it. Imported calls stay. */
  remove: procedure.input(ofImport).output(z.void()),
  /** Returns folders whose paths begin with the typed text, for completion. */
  folders: procedure.input(z.object({ path: z.string().max(4_096) })).output(z.array(z.string())),
};
