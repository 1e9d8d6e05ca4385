import type { SettingsChange } from '../../core/model/settings.ts';
import type { AppClient } from '../host/appClient.ts';
import { useSettingsStore } from '../state/settingsStore.ts';

export class SettingsIntents {
  readonly #settings: AppClient['settings'];

  constructor({ settings }: Pick<AppClient, 'settings'>) {
    this.#settings = settings;
  }

  /** Keeps the store as the host has it, whichever window changes it. */
  async follow(): Promise<void> {
    for await (const view of await this.#settings.watch()) useSettingsStore.setState({ view });
  }

  async update(change: SettingsChange): Promise<void> {
    useSettingsStore.setState({ view: await this.#settings.update(change) });
  }
}
