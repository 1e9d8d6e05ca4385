import { z } from 'zod';
import { acceleratorSchema } from './accelerator.ts';
import { type CueKind, cueKindSchema, cueKinds } from './cue.ts';
import { cueWords } from './cueWords.ts';
import { recordOf } from './recordOf.ts';
import { sourceChoiceSchema } from './sourceChoice.ts';

/** The settings of one kind of cue. */
const cueSettingSchema = z.object({
  enabled: z.boolean(),
  words: z.string().trim().min(1).max(32),
  /** Steps from the default threshold: one for each cue marked wrong, up to the kind's limit. */
  thresholdSteps: z.number().int().min(0).max(20),
});
export type CueSetting = z.infer<typeof cueSettingSchema>;

/** `silent` measures the call and shows no cue. */
export const cueModeSchema = z.enum(['coach', 'silent']);

/** Actions of single keys during a call. */
export const shortcuts = [
  'nextStage',
  'previousStage',
  'flag',
  'warning',
  'escalation',
  'breathe',
  'pauseRecording',
  'markCueWrong',
] as const;
const shortcutSchema = z.enum(shortcuts);
export type Shortcut = z.infer<typeof shortcutSchema>;
/** A key by its label, letters in capitals. */
const keySchema = z.string().regex(/^\S$/u).toUpperCase();

/** Actions of keys during a call while another program has the focus; desktop app only. */
export const globalShortcuts = ['markCueWrong', 'flag', 'nextStage'] as const;
export const globalShortcutSchema = z.enum(globalShortcuts);
export type GlobalShortcut = z.infer<typeof globalShortcutSchema>;
/** Null if no keys are assigned. */
const globalKeysSchema = acceleratorSchema.nullable();

const daysSchema = z.number().int().min(1).max(3650);

const groups = {
  recording: z.object({ enabled: z.boolean() }),
  /** Days after which the audio and the measures of a call are erased. */
  retention: z.object({ audioDays: daysSchema, metricsDays: daysSchema }),
  /** Offers to start and stop when a call is detected; `automatic` does so without asking. */
  callDetection: z.object({ offerStart: z.boolean(), offerStop: z.boolean(), automatic: z.boolean() }),
  overlay: z.object({
    excludedFromCapture: z.boolean(),
    /** Screen pixels of its upper left corner; null until it is moved. */
    position: z.object({ x: z.number(), y: z.number() }).nullable(),
  }),
  /** Each party's source; null until one is selected. */
  sources: z.object({ agent: sourceChoiceSchema.nullable(), customer: sourceChoiceSchema.nullable() }),
};

export const settingsSchema = z.object({
  cueMode: cueModeSchema,
  cues: z.record(cueKindSchema, cueSettingSchema),
  shortcuts: z.record(shortcutSchema, keySchema),
  globalShortcuts: z.record(globalShortcutSchema, globalKeysSchema),
  /** True once the first-run guide was completed or skipped. */
  guideDone: z.boolean(),
  ...groups,
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change of any part of the settings. */
export const settingsChangeSchema = z
  .object({
    cueMode: cueModeSchema,
    cues: z.partialRecord(cueKindSchema, cueSettingSchema.partial()),
    shortcuts: z.partialRecord(shortcutSchema, keySchema),
    globalShortcuts: z.partialRecord(globalShortcutSchema, globalKeysSchema),
    guideDone: z.boolean(),
    recording: groups.recording.partial(),
    retention: groups.retention.partial(),
    callDetection: groups.callDetection.partial(),
    overlay: groups.overlay.partial(),
    sources: groups.sources.partial(),
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

const defaultCue = (kind: CueKind): CueSetting => ({ enabled: true, words: cueWords[kind], thresholdSteps: 0 });

export const defaultSettings: Settings = {
  cueMode: 'coach',
  cues: recordOf(cueKinds, defaultCue),
  shortcuts: {
    nextStage: 'N',
    previousStage: 'B',
    flag: 'F',
    warning: 'A',
    escalation: 'E',
    breathe: 'R',
    pauseRecording: 'P',
    markCueWrong: 'W',
  },
  globalShortcuts: { markCueWrong: null, flag: null, nextStage: null },
  guideDone: false,
  recording: { enabled: false },
  retention: { audioDays: 30, metricsDays: 365 },
  callDetection: { offerStart: false, offerStop: false, automatic: false },
  overlay: { excludedFromCapture: false, position: null },
  sources: { agent: null, customer: null },
};

export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  return {
    cueMode: change.cueMode ?? settings.cueMode,
    cues: recordOf(cueKinds, (kind) => merged(settings.cues[kind], change.cues?.[kind])),
    shortcuts: merged(settings.shortcuts, change.shortcuts),
    globalShortcuts: merged(settings.globalShortcuts, change.globalShortcuts),
    guideDone: change.guideDone ?? settings.guideDone,
    recording: merged(settings.recording, change.recording),
    retention: merged(settings.retention, change.retention),
    callDetection: merged(settings.callDetection, change.callDetection),
    overlay: merged(settings.overlay, change.overlay),
    sources: merged(settings.sources, change.sources),
  };
}

/** Replaces the fields that are given; undefined counts as not given. */
function merged<T extends object>(whole: T, part: { readonly [K in keyof T]?: T[K] | undefined } | undefined): T {
  const given = Object.entries(part ?? {}).filter(([, value]) => value !== undefined);
  return { ...whole, ...Object.fromEntries(given) };
}
