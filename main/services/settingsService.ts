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

/** The agent's settings: saved from run to run and the same in every window. */
export class SettingsService {
  readonly #store: SettingsStore;
  readonly #fan = new EventFan<SettingsView>({ isLatest: () => true });
  #settings: Settings;
  #desktop: DesktopView | null = null;

  constructor(store: SettingsStore, logger: Logger) {
    this.#store = store;
    try {
      this.#settings = store.read();
    } catch (error) {
      logger.error('The stored settings cannot be read; the defaults are in force', error);
      this.#settings = defaultSettings;
    }
  }

  current(): Settings {
    return this.#settings;
  }

  /** Returns the settings with everything derived from them, such as the thresholds of every cue. */
  view(): SettingsView {
    return viewOf(this.#settings, this.#desktop);
  }

  /** Yields the view now and after every change; a slow watcher gets only the latest. */
  watch(signal?: AbortSignal): AsyncGenerator<SettingsView, void> {
    return this.#fan.watch([this.view()], signal);
  }

  update(change: SettingsChange): SettingsView {
    this.#settings = changedSettings(this.#settings, change);
    this.#store.write(this.#settings);
    return this.#publish();
  }

  /** Shows every window what the desktop reports about the settings. */
  setDesktop(view: DesktopView): void {
    this.#desktop = view;
    this.#publish();
  }

  /** Moves the threshold of a kind by steps, within the limits of the kind; negative steps lead back to its default. */
  moveThreshold(kind: CueKind, steps: number): void {
    const before = this.#settings.cues[kind].thresholdSteps;
    const { maxSteps } = defaultCallConfig.cues.thresholdSteps[kind];
    const thresholdSteps = Math.min(maxSteps, Math.max(0, before + steps));
    if (thresholdSteps !== before) this.update({ cues: { [kind]: { thresholdSteps } } });
  }

  /** Returns the configuration of the next call. */
  callConfig(): CallConfig {
    return callConfigFor(this.#settings);
  }

  #publish(): SettingsView {
    const view = this.view();
    this.#fan.publish(view);
    return view;
  }
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
