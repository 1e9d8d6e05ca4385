import { changedSettings, defaultSettings, type Settings, settingsChangeSchema } from '../../core/model/settings.ts';
import type { AppDatabase } from './appDatabase.ts';

/** The one row of settings. A setting that is not stored, or that this version does not know, has its default. */
export class SettingsStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** @throws when what is stored are no settings */
  read(): Settings {
    const row = this.#database.sql.prepare('SELECT json FROM settings WHERE id = 1').get();
    if (!row) return defaultSettings;
    return changedSettings(defaultSettings, settingsChangeSchema.parse(JSON.parse(String(row['json']))));
  }

  write(settings: Settings): void {
    this.#database.sql
      .prepare('INSERT INTO settings (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json')
      .run(JSON.stringify(settings));
  }
}
