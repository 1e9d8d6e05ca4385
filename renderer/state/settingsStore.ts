import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SettingsView } from '../../contract/settingsContract.ts';
import { type CueKind, cueKinds } from '../../core/model/cue.ts';
import { cueWords } from '../../core/model/cueWords.ts';
import { recordOf } from '../../core/model/recordOf.ts';
import { defaultSettings, type Settings } from '../../core/model/settings.ts';

interface SettingsState {
  /** Undefined until the host has answered. */
  readonly view: SettingsView | undefined;
}

/** Written by the api layer only. */
export const useSettingsStore = create<SettingsState>()(() => ({ view: undefined }));

/** The settings in force; the defaults until the host has answered. */
export function useSettings(): Settings {
  return useSettingsStore(({ view }) => view?.settings ?? defaultSettings);
}

/** What each cue says, in the agent's own words. */
export function useCueWords(): Readonly<Record<CueKind, string>> {
  return useSettingsStore(
    useShallow(({ view }) => recordOf(cueKinds, (kind) => view?.settings.cues[kind].words ?? cueWords[kind])),
  );
}
