import { z } from 'zod';
import { practiceResultsSchema } from '../core/model/practicePlan.ts';
import { scoreSheetSchema } from '../core/model/rubric.ts';
import { callIdSchema } from './callContract.ts';
import { planIdSchema } from './practiceContract.ts';
import { procedure } from './procedure.ts';
import { streamIdSchema } from './streamContract.ts';

/** The exporting coach: other coaches' scores are included only if this coach may see them. */
const coach = scoreSheetSchema.shape.coach.nullable();

export const passphraseMinLength = 8;
const passphraseSchema = z.string().min(passphraseMinLength).max(200);

/** The most calls that one pack can hold. */
export const mostPackedCalls = 50;

/** The parts of a call that a coach pack includes besides its report. */
export const packPartsSchema = z.object({
  comments: z.boolean(),
  scores: z.boolean(),
  reflection: z.boolean(),
  audio: z.boolean(),
});
export type PackParts = z.infer<typeof packPartsSchema>;

export const exportRequestSchema = z.discriminatedUnion('format', [
  z.object({ format: z.enum(['html', 'pdf', 'textgrid', 'audacity', 'report']), callId: callIdSchema, coach }),
  /** One file for any number of calls. */
  z.object({
    format: z.enum(['csv', 'moments', 'json']),
    callIds: z.array(callIdSchema).min(1).max(1_000),
    coach,
  }),
  z
    .object({ format: z.literal('clip'), callId: callIdSchema, start: z.number().nonnegative(), end: z.number() })
    .refine(({ start, end }) => end > start, { error: 'a clip ends after it starts', path: ['end'] }),
  z.object({
    format: z.literal('coach-pack'),
    callIds: z.array(callIdSchema).min(1).max(mostPackedCalls),
    coach,
    parts: packPartsSchema,
    note: z.string().max(4000),
    passphrase: passphraseSchema,
  }),
  /** The results of a practice plan, as a coach pack without calls. */
  z.object({
    format: z.literal('practice-results'),
    planId: planIdSchema,
    note: z.string().max(4000),
    passphrase: passphraseSchema,
  }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportedFileSchema = z.object({
  /** Same-origin address to save the file from, until the app ends or many others have been made. */
  url: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int().nonnegative(),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

/** The parts of a call that can be exported. */
export const exportContentsSchema = z.object({
  callId: callIdSchema,
  title: z.string(),
  durationSeconds: z.number(),
  comments: z.number().int(),
  scoreSheets: z.number().int(),
  hasReflection: z.boolean(),
  /** Null if no audio is stored. */
  audioBytes: z.number().int().nullable(),
});
export type ExportContents = z.infer<typeof exportContentsSchema>;

/** The contents of a coach pack. */
export const openedPackSchema = z.object({
  /** The message of its maker. */
  note: z.string(),
  calls: z.array(z.object({ callId: callIdSchema, title: z.string(), isInLibrary: z.boolean() })),
  /** Results of a practice plan, which have been saved. */
  practice: practiceResultsSchema.nullable(),
});
export type OpenedPack = z.infer<typeof openedPackSchema>;

const packCallsSchema = z.object({ callIds: z.array(callIdSchema).max(1_000) });

export const exportContract = {
  /** Returns what can be exported, for review before anything is made. */
  contents: procedure
    .input(z.object({ callIds: z.array(callIdSchema).min(1).max(mostPackedCalls), coach }))
    .output(z.array(exportContentsSchema)),
  /** Makes a file. Its bytes are fetched from its address, never sent as a value. */
  make: procedure.input(exportRequestSchema).output(exportedFileSchema),
  /** Opens an uploaded coach pack for preview. A call in it that the library already has is recognised. */
  openPack: procedure
    .input(z.object({ streamId: streamIdSchema, passphrase: z.string().max(200) }))
    .output(openedPackSchema),
  /** Imports the previews into the library. */
  importPack: procedure.input(packCallsSchema).output(z.void()),
  /** Discards the previews; calls that were already in the library stay. */
  discardPack: procedure.input(packCallsSchema).output(z.void()),
};
