import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { appErrorDataSchema } from '../core/model/appError.ts';
import { baselineSchema } from '../core/model/baseline.ts';
import { roleSchema } from '../core/model/role.ts';
import { agentSchema, tagSchema } from './callContract.ts';
import { procedure } from './procedure.ts';

const pathSchema = z.string().trim().min(1).max(4_096);
const importIdSchema = z.string().min(1).max(64);

/** What is imported, and what is the same for all of it. */
export const importRequestSchema = z.object({
  /** Files, and folders with all that is in them, as the host names them; `~` is the user's own folder. */
  paths: z.array(pathSchema).min(1).max(1_000),
  /** Goes on for ever: takes what is added to the folders later. */
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
  /** Recordings in all, of which the others are parts. */
  total: z.number().int(),
  done: z.number().int(),
  /** Not imported, since the library has the same recording. */
  duplicates: z.number().int(),
  failed: z.number().int(),
  /** Null while that cannot be told. */
  remainingSeconds: z.number().nonnegative().nullable(),
  /** Names of the recordings that are being analysed. */
  current: z.array(z.string()),
  /** The first of those that failed, in the order in which they did. */
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
  /** Why it is paused by itself, or why a watched folder cannot be looked into. */
  problem: appErrorDataSchema.nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

const ofImport = z.object({ importId: importIdSchema });

/** Recordings the host takes from its own disk, each exactly once, also over restarts. */
export const importContract = {
  start: procedure.input(importRequestSchema).output(ofImport),
  /** Every import now and after every change, the oldest first. */
  watch: procedure.output(eventIterator(z.array(importViewSchema))),
  /** Stays paused over a restart. */
  pause: procedure.input(ofImport).output(z.void()),
  resume: procedure.input(ofImport).output(z.void()),
  /** Ends an import and forgets it. What it has imported stays. */
  remove: procedure.input(ofImport).output(z.void()),
  /** Folders whose paths begin like this, for completing what is typed. */
  folders: procedure.input(z.object({ path: z.string().max(4_096) })).output(z.array(z.string())),
};
