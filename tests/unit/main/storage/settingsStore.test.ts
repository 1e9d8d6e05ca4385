import { expect, it } from 'vitest';
import { changedSettings, defaultSettings } from '../../../../core/model/settings.ts';
import { SettingsService } from '../../../../main/services/settingsService.ts';
import { AppDatabase } from '../../../../main/storage/appDatabase.ts';
import { SettingsStore } from '../../../../main/storage/settingsStore.ts';
import { MemoryLogger } from '../../../contract/fakes/testServices.ts';

function open(json?: string) {
  const database = AppDatabase.open(':memory:');
  if (json !== undefined) database.sql.prepare('INSERT INTO settings (id, json) VALUES (1, ?)').run(json);
  return new SettingsStore(database);
}

it('keeps the settings, of which there is one row', () => {
  const store = open();
  expect(store.read()).toEqual(defaultSettings);
  const changed = changedSettings(defaultSettings, { guideDone: true, cues: { softer: { words: 'Easy' } } });
  store.write(defaultSettings);
  store.write(changed);
  expect(store.read()).toEqual(changed);
});

it('fills in what an earlier version did not store, and drops what it does not know', () => {
  const stored = { guideDone: true, cues: { softer: { enabled: false } }, cueSounds: true };
  expect(open(JSON.stringify(stored)).read()).toEqual(
    changedSettings(defaultSettings, { guideDone: true, cues: { softer: { enabled: false } } }),
  );
});

it('has the defaults in force, and says so in the log, where the stored settings cannot be read', () => {
  const logger = new MemoryLogger();
  const service = new SettingsService(open('{"retention":{"audioDays":"soon"}}'), logger);
  expect(service.view().settings).toEqual(defaultSettings);
  expect(logger.errors).toHaveLength(1);
});
