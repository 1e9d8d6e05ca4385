import { z } from 'zod';
import { callMeasuresSchema } from '../core/measures/callMeasures.ts';
import { measureIds } from '../core/measures/measures.ts';
import { type CallReport, callReportSchema } from '../core/model/callReport.ts';
import { cueMarkSchema } from '../core/model/cueMark.ts';
import { roleSchema } from '../core/model/role.ts';
import { procedure } from './procedure.ts';

export const callIdSchema = z.string().min(1).max(64);

/**
 * The envelope of one party's waveform, peak |sample| per bin, 0…127, as base64 of a byte each: as a list of numbers, each looked
 * at by itself, an hour would take a fifth of a second longer to open.
 */
export const packedPeaksSchema = z.object({ role: roleSchema, peaksPerSecond: z.number(), bins: z.string() });
export type PackedPeaks = z.infer<typeof packedPeaksSchema>;

/**
 * `running` until its end; `recovered` where Softspoken broke off in mid-call and the call was put together at the next start;
 * `unkept` out of a coach pack that was opened to be looked at: in no list, and gone with this run of the app.
 */
export const callStateSchema = z.enum(['running', 'complete', 'recovered', 'unkept']);
export type CallState = z.infer<typeof callStateSchema>;

const titleSchema = z.string().trim().min(1).max(300);
export const agentSchema = z.string().trim().min(1).max(100);
export const tagSchema = z.string().trim().min(1).max(60);

export const callListItemSchema = z.object({
  callId: callIdSchema,
  title: z.string(),
  /** A recording, a live call, or an attempt of the practice, which says nothing of the agent's calls. */
  kind: z.enum(['file', 'live', 'practice']),
  state: callStateSchema,
  /** Role of each channel, in order. */
  roles: z.array(roleSchema),
  /** Name of the agent; null where nobody said. */
  agent: z.string().nullable(),
  tags: z.array(z.string()),
  /** The day to look at the matter again. */
  followUpOn: z.iso.date().nullable(),
  /** ISO 8601, UTC. Of a recording the moment it came into the library; of an imported file, when it was last written to. */
  startedAt: z.string(),
  /** Of a running call, the moment up to which it is kept. */
  endedAt: z.string(),
  durationSeconds: z.number(),
  hasAudio: z.boolean(),
  measures: callMeasuresSchema,
});
export type CallListItem = z.infer<typeof callListItemSchema>;

/**
 * A call with all that its screen shows. The report goes as JSON text, as it is kept: as values, each of the hundred thousand
 * numbers of an hour would be looked at three times on its way.
 */
export const packedCallSchema = callListItemSchema.extend({
  report: z.string(),
  peaks: z.array(packedPeaksSchema),
  /** Same-origin address of the call's audio as WAV, a channel per role; null where no audio was kept. */
  audioUrl: z.string().nullable(),
});
export type PackedCall = z.infer<typeof packedCallSchema>;

export interface CallDetail extends Omit<PackedCall, 'report'> {
  readonly report: CallReport;
}

/** @throws ZodError where the report is of another format */
export function unpackCall(packed: PackedCall): CallDetail {
  const report: CallReport = JSON.parse(packed.report);
  callReportSchema.shape.schema.parse(report.schema);
  return { ...packed, report };
}

const rangeSchema = z.object({ min: z.number().nullable().default(null), max: z.number().nullable().default(null) });

export const callQuerySchema = z.object({
  /** Words that must all be in the title, the agent's name or a tag; case and accents do not matter. */
  search: z.string().max(200).default(''),
  /** Any of these agents. */
  agents: z.array(z.string()).max(100).default([]),
  /** All of these tags. */
  tags: z.array(z.string()).max(100).default([]),
  /** Only calls to look at again on this day or before. */
  followUpBy: z.iso.date().nullable().default(null),
  /** ISO 8601: calls that started at `from` or later, before `to`. */
  from: z.iso.datetime().nullable().default(null),
  to: z.iso.datetime().nullable().default(null),
  /** Both limits included. A call that lacks the measure is left out. */
  ranges: z.partialRecord(z.enum([...measureIds, 'durationSeconds']), rangeSchema).default({}),
  sortBy: z.enum(['startedAt', 'title', 'agent', 'durationSeconds', ...measureIds]).default('startedAt'),
  /** Calls that lack what the list is sorted by come last in both directions. */
  descending: z.boolean().default(true),
  limit: z.number().int().min(1).max(1_000).default(200),
  offset: z.number().int().min(0).default(0),
});
export type CallQuery = z.infer<typeof callQuerySchema>;

export const callPageSchema = z.object({
  calls: z.array(callListItemSchema),
  /** Calls the filters let through, on every page. */
  total: z.number().int(),
});
export type CallPage = z.infer<typeof callPageSchema>;

export const callChangesSchema = z.object({
  title: titleSchema.optional(),
  agent: agentSchema.nullable().optional(),
  tags: z.array(tagSchema).max(50).optional(),
  /** To and from whatever tags each call has. */
  addTags: z.array(tagSchema).max(50).optional(),
  removeTags: z.array(tagSchema).max(50).optional(),
  followUpOn: z.iso.date().nullable().optional(),
});
export type CallChanges = z.infer<typeof callChangesSchema>;

const callIdsSchema = z.array(callIdSchema).min(1).max(1_000);

export const callContract = {
  list: procedure.input(callQuerySchema.prefault({})).output(callPageSchema),
  get: procedure.input(z.object({ callId: callIdSchema })).output(packedCallSchema),
  /** Every agent and tag in use, in alphabetical order: what the filters can be set to. */
  facets: procedure.output(z.object({ agents: z.array(z.string()), tags: z.array(z.string()) })),
  /** Changes what is given, of all these calls alike. */
  update: procedure.input(z.object({ callIds: callIdsSchema, changes: callChangesSchema })).output(z.void()),
  /** Erases calls for good: their keys, and with them every copy in every backup. */
  erase: procedure.input(z.object({ callIds: callIdsSchema })).output(z.void()),
  /** Erases every call of an agent. Returns how many there were. */
  eraseAgent: procedure.input(z.object({ agent: agentSchema })).output(z.object({ erased: z.number().int() })),
  /** Marks a cue of a call that is over; its threshold moves from the next call on. */
  markCue: procedure.input(z.object({ callId: callIdSchema, mark: cueMarkSchema })).output(z.void()),
};
