import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { sqliteErrorCode } from '../../errorCodes.ts';
import { bytesColumn } from '../columns.ts';
import { readRows } from '../readRows.ts';
import { BrokenSealError, KEY_BYTES, seal, unseal } from './sealing.ts';

const keyRow = z.object({ callId: z.string(), wrapped: bytesColumn });

/** The key ring's files: the same keys twice, so that one damaged file costs nothing. Never in a backup. */
export interface KeyRingFiles {
  readonly first: string;
  readonly second: string;
}

/**
 * One key per call, each wrapped by the master key. What is destroyed here opens nothing any more: neither the call's files nor
 * any copy of them, wherever it is. That is why the keys are not in the database, which has backups.
 */
export class KeyRing {
  readonly #stores: readonly DatabaseSync[];
  readonly #wrappingKey: Buffer;
  readonly #fingerprintKey: Buffer;
  readonly #keys = new Map<string, Buffer>();

  private constructor(stores: readonly DatabaseSync[], masterKey: Uint8Array) {
    this.#stores = stores;
    this.#wrappingKey = derived(masterKey, 'call keys');
    this.#fingerprintKey = derived(masterKey, 'content fingerprints');
  }

  /** Opens the ring, makes it where there is none, and mends a damaged or lagging file from the other one. */
  static open(files: KeyRingFiles, masterKey: Uint8Array): KeyRing {
    const stores = [files.first, files.second].map((path) => openStore(path) ?? remakeStore(path));
    const ring = new KeyRing(stores, masterKey);
    ring.#load();
    return ring;
  }

  /** For tests and hosts that keep nothing. */
  static inMemory(): KeyRing {
    return new KeyRing([openStore(':memory:')!], randomBytes(KEY_BYTES));
  }

  /** Makes a call's key. */
  create(callId: string): void {
    if (this.#keys.has(callId)) throw new RangeError(`call ${callId} has a key`);
    const key = randomBytes(KEY_BYTES);
    const wrapped = seal(this.#wrappingKey, key, callId);
    for (const store of this.#stores) insert(store, callId, wrapped);
    this.#keys.set(callId, key);
  }

  /** Undefined where it was destroyed, or lost. */
  get(callId: string): Buffer | undefined {
    return this.#keys.get(callId);
  }

  /** Destroys a call's key. Does nothing if there is none. */
  destroy(callId: string): void {
    this.#keys.get(callId)?.fill(0);
    this.#keys.delete(callId);
    for (const store of this.#stores) store.prepare('DELETE FROM call_key WHERE call_id = ?').run(callId);
  }

  get callIds(): Iterable<string> {
    return this.#keys.keys();
  }

  /** The same for the same content, and of no use to somebody who has the content but not the master key. */
  fingerprint(content: Uint8Array): string {
    return createHmac('sha256', this.#fingerprintKey).update(content).digest('base64url');
  }

  close(): void {
    for (const store of this.#stores) store.close();
    for (const key of this.#keys.values()) key.fill(0);
    this.#keys.clear();
  }

  /** A key that is in one file only was left there by a crash between the two; what the master key does not open is no key. */
  #load(): void {
    const rings = this.#stores.map((store) => {
      const rows = readRows(store, keyRow, 'SELECT call_id AS callId, wrapped FROM call_key');
      return new Map(rows.map(({ callId, wrapped }) => [callId, wrapped]));
    });
    for (const [callId, wrapped] of rings.flatMap((ring) => [...ring])) {
      const key = this.#keys.has(callId) ? undefined : this.#unwrap(callId, wrapped);
      if (!key) continue;
      this.#keys.set(callId, key);
      this.#stores.forEach((store, i) => {
        if (!rings[i]?.has(callId)) insert(store, callId, wrapped);
      });
    }
  }

  #unwrap(callId: string, wrapped: Uint8Array): Buffer | undefined {
    try {
      return unseal(this.#wrappingKey, wrapped, callId);
    } catch (error) {
      if (error instanceof BrokenSealError) return undefined;
      throw error;
    }
  }
}

function derived(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), `softspoken ${purpose}`, KEY_BYTES));
}

function insert(store: DatabaseSync, callId: string, wrapped: Uint8Array): void {
  store.prepare('INSERT OR REPLACE INTO call_key (call_id, wrapped) VALUES (?, ?)').run(callId, wrapped);
}

/** Undefined where the file is damaged. The journal is no WAL: a WAL would keep what was deleted until its next checkpoint. */
function openStore(path: string): DatabaseSync | undefined {
  const store = new DatabaseSync(path, { timeout: 2_000 });
  try {
    store.exec(`
      PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS call_key (call_id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
    `);
    const verdict = store.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    if (verdict === 'ok') return store;
  } catch (error) {
    if (!isDamage(error)) {
      store.close();
      throw error;
    }
  }
  store.close();
  return undefined;
}

function remakeStore(path: string): DatabaseSync {
  rmSync(path);
  return openStore(path)!;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamage(error: unknown): boolean {
  return [11, 26].includes(sqliteErrorCode(error) ?? 0);
}
