import type { SettingsChange } from '../../core/model/settings.ts';
import { useSettingsStore } from '../state/settingsStore.ts';
import type { AppClient } from './appClient.ts';

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
