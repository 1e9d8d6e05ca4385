import type { CueThreshold, DesktopView, SettingsView } from '../../contract/settingsContract.ts';
import { cueThreshold, movedThresholds } from '../../core/coaching/cueThresholds.ts';
import { type CallConfig, defaultCallConfig } from '../../core/config/callConfig.ts';
import { callConfigFor } from '../../core/config/callConfigFor.ts';
import { type CueKind, cueKinds } from '../../core/model/cue.ts';
import { recordOf } from '../../core/model/recordOf.ts';
import { changedSettings, defaultSettings, type Settings, type SettingsChange } from '../../core/model/settings.ts';
import type { Logger } from '../logger.ts';
import type { SettingsStore } from '../storage/settingsStore.ts';
import { EventFan } from './eventFan.ts';

/** What the agent has chosen, kept from run to run and the same in every window. */
export interface SettingsService {
  current(): Settings;
  /** The settings with what follows of them: costs the thresholds of every cue. */
  view(): SettingsView;
  /** The view now and after every change; a slow watcher gets the latest only. */
  watch(signal?: AbortSignal): AsyncGenerator<SettingsView, void>;
  update(change: SettingsChange): SettingsView;
  /** Tells every window what the desktop says of the settings. */
  tellDesktop(view: DesktopView): void;
  /** Moves a kind's threshold by steps, negative ones back towards its default, within the kind's limits. */
  moveThreshold(kind: CueKind, steps: number): void;
  /** What the next call is measured and coached with. */
  callConfig(): CallConfig;
}

export function createSettingsService(options: {
  readonly store: SettingsStore;
  readonly logger: Logger;
}): SettingsService {
  const { store, logger } = options;
  const fan = new EventFan<SettingsView>({ isLatest: () => true });
  let settings = stored();
  let desktop: DesktopView | null = null;

  function stored(): Settings {
    try {
      return store.read();
    } catch (error) {
      logger.error('The stored settings cannot be read; the defaults are in force', error);
      return defaultSettings;
    }
  }

  function update(change: SettingsChange): SettingsView {
    settings = changedSettings(settings, change);
    store.write(settings);
    return publish();
  }

  function publish(): SettingsView {
    const view = viewOf(settings, desktop);
    fan.publish(view);
    return view;
  }

  return {
    current: () => settings,
    view: () => viewOf(settings, desktop),
    watch: (signal) => fan.watch([viewOf(settings, desktop)], signal),
    update,
    tellDesktop(view) {
      desktop = view;
      publish();
    },
    moveThreshold(kind, steps) {
      const { maxSteps } = defaultCallConfig.cues.thresholdSteps[kind];
      const thresholdSteps = Math.min(maxSteps, Math.max(0, settings.cues[kind].thresholdSteps + steps));
      if (thresholdSteps !== settings.cues[kind].thresholdSteps) update({ cues: { [kind]: { thresholdSteps } } });
    },
    callConfig: () => callConfigFor(settings),
  };
}

function viewOf(settings: Settings, desktop: DesktopView | null): SettingsView {
  const moved = movedThresholds(callConfigFor(settings));
  const threshold = (kind: CueKind): CueThreshold => ({
    usual: cueThreshold(kind, defaultCallConfig),
    now: cueThreshold(kind, moved),
    maxSteps: defaultCallConfig.cues.thresholdSteps[kind].maxSteps,
  });
  return {
    settings,
    cueThresholds: recordOf(cueKinds, threshold),
    desktop,
  };
}
