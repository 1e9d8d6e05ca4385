import type { SettingsChange } from '../../core/model/settings.ts';
import type { AppClient } from '../host/appClient.ts';
import { useSettingsStore } from '../state/settingsStore.ts';

export interface SettingsIntents {
  /** Keeps the store as the host has it, whichever window changes it. */
  follow(): Promise<void>;
  update(change: SettingsChange): Promise<void>;
}

export function createSettingsIntents(client: AppClient): SettingsIntents {
  return {
    async follow() {
      for await (const view of await client.settings.watch()) useSettingsStore.setState({ view });
    },
    async update(change) {
      useSettingsStore.setState({ view: await client.settings.update(change) });
    },
  };
}
