import { z } from 'zod';
import { callMeasuresSchema } from '../core/measures/callMeasures.ts';
import { measureIds } from '../core/measures/measures.ts';
import { type CallReport, callReportSchema } from '../core/model/callReport.ts';
import { cueMarkSchema } from '../core/model/cueMark.ts';
import { roleSchema } from '../core/model/role.ts';
import { procedure } from './procedure.ts';

export const callIdSchema = z.string().min(1).max(64);

/**
 * The envelope of one party's waveform, peak |sample| per bin, 0…127, as base64 with one byte per bin: as a list of
 * numbers that are validated one by one, an hour would take a fifth of a second longer to open.
 */
export const packedPeaksSchema = z.object({ role: roleSchema, peaksPerSecond: z.number(), bins: z.string() });
export type PackedPeaks = z.infer<typeof packedPeaksSchema>;

/**
 * `running` until the call ends; `recovered` if Softspoken ended during the call and the call was restored at the next
 * start; `preview` for a call of a coach pack that is open but not imported: in no list, and erased when the app closes.
 */
export const callStateSchema = z.enum(['running', 'complete', 'recovered', 'preview']);
export type CallState = z.infer<typeof callStateSchema>;

const titleSchema = z.string().trim().min(1).max(300);
export const agentSchema = z.string().trim().min(1).max(100);
export const tagSchema = z.string().trim().min(1).max(60);

export const callListItemSchema = z.object({
  callId: callIdSchema,
  title: z.string(),
  /** A recording, a live call, or a practice attempt, which says nothing about the agent's calls. */
  kind: z.enum(['file', 'live', 'practice']),
  state: callStateSchema,
  /** The role of each channel, in order. */
  roles: z.array(roleSchema),
  /** The agent's name; null if none was given. */
  agent: z.string().nullable(),
  tags: z.array(z.string()),
  /** The day to follow the call up. */
  followUpOn: z.iso.date().nullable(),
  /** ISO 8601, UTC. For a recording, the moment it entered the library; for an imported file, its last modification. */
  startedAt: z.string(),
  /** For a running call, the moment up to which it is saved. */
  endedAt: z.string(),
  durationSeconds: z.number(),
  hasAudio: z.boolean(),
  measures: callMeasuresSchema,
});
export type CallListItem = z.infer<typeof callListItemSchema>;

/**
 * A call with everything its screen shows. The report is sent as JSON text, as it is stored: as values, each of the
 * hundred thousand numbers of an hour would be validated three times on its way.
 */
export const packedCallSchema = callListItemSchema.extend({
  report: z.string(),
  peaks: z.array(packedPeaksSchema),
  /** Same-origin address of the call's audio as WAV, one channel per role; null if no audio is stored. */
  audioUrl: z.string().nullable(),
});
export type PackedCall = z.infer<typeof packedCallSchema>;

export interface CallDetail extends Omit<PackedCall, 'report'> {
  readonly report: CallReport;
}

/** @throws ZodError if the report has another format */
export function unpackCall(packed: PackedCall): CallDetail {
  const report: CallReport = JSON.parse(packed.report);
  callReportSchema.shape.schema.parse(report.schema);
  return { ...packed, report };
}

const rangeSchema = z.object({ min: z.number().nullable().default(null), max: z.number().nullable().default(null) });

export const callQuerySchema = z.object({
  /** Words that must all occur in the title, the agent's name or a tag; case and accents do not matter. */
  search: z.string().max(200).default(''),
  /** Any of these agents. */
  agents: z.array(z.string()).max(100).default([]),
  /** All of these tags. */
  tags: z.array(z.string()).max(100).default([]),
  /** Only calls to follow up on this day or earlier. */
  followUpBy: z.iso.date().nullable().default(null),
  /** ISO 8601: calls that started at `from` or later, before `to`. */
  from: z.iso.datetime().nullable().default(null),
  to: z.iso.datetime().nullable().default(null),
  /** Both limits included. A call without the measure is left out. */
  ranges: z.partialRecord(z.enum([...measureIds, 'durationSeconds']), rangeSchema).default({}),
  sortBy: z.enum(['startedAt', 'title', 'agent', 'durationSeconds', ...measureIds]).default('startedAt'),
  /** Calls without the sorted value come last in both directions. */
  descending: z.boolean().default(true),
  limit: z.number().int().min(1).max(1_000).default(200),
  offset: z.number().int().min(0).default(0),
});
export type CallQuery = z.infer<typeof callQuerySchema>;

export const callPageSchema = z.object({
  calls: z.array(callListItemSchema),
  /** Calls that match the filters, on every page. */
  total: z.number().int(),
});
export type CallPage = z.infer<typeof callPageSchema>;

export const callChangesSchema = z.object({
  title: titleSchema.optional(),
  agent: agentSchema.nullable().optional(),
  tags: z.array(tagSchema).max(50).optional(),
  /** Added to, and removed from, the tags of each call. */
  addTags: z.array(tagSchema).max(50).optional(),
  removeTags: z.array(tagSchema).max(50).optional(),
  followUpOn: z.iso.date().nullable().optional(),
});
export type CallChanges = z.infer<typeof callChangesSchema>;

const callIdsSchema = z.array(callIdSchema).min(1).max(1_000);

export const callContract = {
  list: procedure.input(callQuerySchema.prefault({})).output(callPageSchema),
  get: procedure.input(z.object({ callId: callIdSchema })).output(packedCallSchema),
  /** Returns every agent and tag in use, in alphabetical order, as options for the filters. */
  facets: procedure.output(z.object({ agents: z.array(z.string()), tags: z.array(z.string()) })),
  /** Changes only the given values, in all of these calls. */
  update: procedure.input(z.object({ callIds: callIdsSchema, changes: callChangesSchema })).output(z.void()),
  /** Erases calls permanently: their keys, and thereby every copy in every backup. */
  erase: procedure.input(z.object({ callIds: callIdsSchema })).output(z.void()),
  /** Erases every call of an agent. Returns the number of calls. */
  eraseAgent: procedure.input(z.object({ agent: agentSchema })).output(z.object({ erased: z.number().int() })),
  /** Marks a cue of a call that is over; its threshold moves from the next call on. */
  markCue: procedure.input(z.object({ callId: callIdSchema, mark: cueMarkSchema })).output(z.void()),
};
