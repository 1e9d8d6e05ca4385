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

export const useSettingsStore = create<SettingsState>()(() => ({ view: undefined }));

/** Returns the settings in force; the defaults until the host has answered. */
export function useSettings(): Settings {
  return useSettingsStore(({ view }) => view?.settings ?? defaultSettings);
}

/** Returns the words of each cue, as the agent has set them. */
export function useCueWords(): Readonly<Record<CueKind, string>> {
  return useSettingsStore(
    useShallow(({ view }) => recordOf(cueKinds, (kind) => view?.settings.cues[kind].words ?? cueWords[kind])),
  );
}
