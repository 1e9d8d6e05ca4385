import { changedSettings, defaultSettings, type Settings, settingsChangeSchema } from '../../core/model/settings.ts';
import type { AppDatabase } from './appDatabase.ts';
import { jsonRow } from './columns.ts';

/** The one row of settings. A setting that is not stored has its default; one that this version does not know is ignored. */
export class SettingsStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** @throws when the stored settings are not valid */
  read(): Settings {
    const stored = this.#database.row(jsonRow(settingsChangeSchema), 'SELECT json FROM settings WHERE id = 1');
    return stored ? changedSettings(defaultSettings, stored) : defaultSettings;
  }

  write(settings: Settings): void {
    this.#database.run(
      'INSERT INTO settings (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
      JSON.stringify(settings),
    );
  }
}
