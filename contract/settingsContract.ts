import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { cueKindSchema } from '../core/model/cue.ts';
import { globalShortcutSchema, settingsChangeSchema, settingsSchema } from '../core/model/settings.ts';
import { procedure } from './procedure.ts';

/** The threshold of a kind of cue, in the unit of its metric. */
export const cueThresholdSchema = z.object({
  usual: z.number(),
  now: z.number(),
  maxSteps: z.number().int(),
});
export type CueThreshold = z.infer<typeof cueThresholdSchema>;

/** The part that only the desktop app has. */
const desktopViewSchema = z.object({
  /** Global shortcuts whose keys another program has. */
  refusedShortcuts: z.array(globalShortcutSchema),
});
export type DesktopView = z.infer<typeof desktopViewSchema>;

export const settingsViewSchema = z.object({
  settings: settingsSchema,
  cueThresholds: z.record(cueKindSchema, cueThresholdSchema),
  /** Null in a browser. */
  desktop: desktopViewSchema.nullable(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const settingsContract = {
  get: procedure.output(settingsViewSchema),
  /** Yields the settings, now and after every change in any window, so that all windows agree. */
  watch: procedure.output(eventIterator(settingsViewSchema)),
  /** Changes only the given values. Changes to cues take effect from the next call. */
  update: procedure.input(settingsChangeSchema).output(settingsViewSchema),
};
