import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { cueKindSchema } from '../core/model/cue.ts';
import { settingsChangeSchema, settingsSchema } from '../core/model/settings.ts';
import { procedure } from './procedure.ts';

/** From where on a kind of cue comes, in the unit of its metric. */
export const cueThresholdSchema = z.object({
  usual: z.number(),
  now: z.number(),
  maxSteps: z.number().int(),
});
export type CueThreshold = z.infer<typeof cueThresholdSchema>;

export const settingsViewSchema = z.object({
  settings: settingsSchema,
  cueThresholds: z.record(cueKindSchema, cueThresholdSchema),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const settingsContract = {
  get: procedure.output(settingsViewSchema),
  /** The settings now and after every change, whoever makes it: all windows agree. */
  watch: procedure.output(eventIterator(settingsViewSchema)),
  /** Changes what is given and nothing else. What concerns cues takes effect from the next call. */
  update: procedure.input(settingsChangeSchema).output(settingsViewSchema),
};
