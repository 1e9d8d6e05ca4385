import type { AppDatabase } from '../appDatabase.ts';
import type { Backups } from '../backups.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import type { CallFiles } from './callFiles.ts';
import type { CallTexts } from './callTexts.ts';

interface CallEraserOptions {
  readonly database: AppDatabase;
  readonly keys: KeyRing;
  readonly texts: CallTexts;
  readonly files: CallFiles;
  readonly backups: Backups | undefined;
}

/** Erases calls, or their audio, from every place that holds them. */
export class CallEraser {
  readonly #options: CallEraserOptions;

  constructor(options: CallEraserOptions) {
    this.#options = options;
  }

  /**
   * Erases calls for good; ignores calls that are not there. The keys go first: from then on nothing of these calls can be
   * read, wherever a copy is.
   */
  erase(callIds: readonly string[]): void {
    const { database, keys, texts, files, backups } = this.#options;
    for (const callId of callIds) keys.destroy(callId);
    database.transaction(() => {
      for (const callId of callIds) database.run('DELETE FROM call WHERE id = ?', callId);
    });
    for (const callId of callIds) {
      texts.forget(callId);
      files.removeAll(callId);
    }
    database.truncateWal();
    backups?.eraseCalls(callIds);
  }

  /** Erases the audio of a call and nothing else. */
  eraseAudio(callId: string): void {
    this.#options.files.remove(callId, 'audio');
    this.#options.database.run('UPDATE call SET hasAudio = 0 WHERE id = ?', callId);
  }
}
