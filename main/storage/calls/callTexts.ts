import { z } from 'zod';
import type { AppDatabase } from '../appDatabase.ts';
import { bytesColumn } from '../columns.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import { type CallText, openText, type SearchableText, sealText, searchable } from './callText.ts';

const textRow = z.object({ id: z.string(), text: bytesColumn });

/** What people wrote about the calls. It is sealed in the rows, so it is unsealed once and searched in memory. */
export class CallTexts {
  readonly #database: AppDatabase;
  readonly #keys: KeyRing;
  readonly #texts = new Map<string, SearchableText>();

  constructor(database: AppDatabase, keys: KeyRing) {
    this.#database = database;
    this.#keys = keys;
    for (const { id, text } of database.rows(textRow, 'SELECT id, text FROM call')) this.#unseal(id, text);
  }

  /** Looks in the database too, because another run of the app may have added the call. @throws RangeError if there is none */
  get(callId: string): SearchableText {
    const known = this.#texts.get(callId);
    if (known) return known;
    const row = this.#database.row(textRow, 'SELECT id, text FROM call WHERE id = ?', callId);
    if (!row) throw new RangeError(`no call ${callId}`);
    return this.#unseal(callId, row.text);
  }

  has(callId: string): boolean {
    return this.#texts.has(callId);
  }

  all(): readonly (readonly [callId: string, text: CallText])[] {
    return [...this.#texts];
  }

  /** Stores a text by `write`, which puts it into the call's row. */
  set(callId: string, text: CallText, write: (sealed: Buffer) => void): void {
    write(sealText(this.#keys, callId, text));
    this.#texts.set(callId, searchable(text));
  }

  forget(callId: string): void {
    this.#texts.delete(callId);
  }

  #unseal(callId: string, sealed: Uint8Array): SearchableText {
    const text = searchable(openText(this.#keys, callId, sealed));
    this.#texts.set(callId, text);
    return text;
  }
}
