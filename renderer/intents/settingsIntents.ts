import type { SettingsChange } from '../../core/model/settings.ts';
import type { AppClient } from '../host/appClient.ts';
import { useSettingsStore } from '../state/settingsStore.ts';

export class SettingsIntents {
  readonly #settings: AppClient['settings'];

  constructor({ settings }: Pick<AppClient, 'settings'>) {
    this.#settings = settings;
  }

  /** Follows the host's settings, which any window may change. */
  async follow(): Promise<void> {
    for await (const view of await this.#settings.watch()) useSettingsStore.setState({ view });
  }

  async update(change: SettingsChange): Promise<void> {
    useSettingsStore.setState({ view: await this.#settings.update(change) });
  }
}
