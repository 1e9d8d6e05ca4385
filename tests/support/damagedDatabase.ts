import {
  closeSync,
  copyFileSync,
  cpSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { callQuerySchema } from '../../contract/callContract.ts';
import { eachMeasure } from '../../core/measures/callMeasures.ts';
import { measureIds } from '../../core/measures/measures.ts';
import { AppDatabase } from '../../main/storage/appDatabase.ts';
import type { Library } from '../../main/storage/calls/library.ts';
import { openDatabase } from '../../main/storage/damage/openDatabase.ts';
import { KeyRing } from '../../main/storage/sealing/keyRing.ts';
import { testLibrary } from './testLibrary.ts';

const pageBytes = 4_096;
const callCount = 200;

export type Damage = 'cut off' | 'page wiped' | 'byte flipped';
export const damages: readonly Damage[] = ['cut off', 'page wiped', 'byte flipped'];

/** Outcome of opening a damaged database. */
export interface DamageOutcome {
  readonly damage: Damage;
  /** True if the damage was detected; otherwise every answer is unchanged. */
  readonly noticed: boolean;
  /** Calls listed with any wrong value, or out of order. */
  readonly wrongCalls: number;
  readonly missingCalls: number;
  /** True if the damaged files are preserved, byte by byte. */
  readonly isPreserved: boolean;
}

/** A database of many calls with a backup of its first half, to be damaged repeatedly. */
export class DamageTrial {
  readonly #dir: string;
  readonly #keys = KeyRing.inMemory();
  readonly #expected: string;
  readonly #order: readonly string[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
    const database = AppDatabase.open(this.#original);
    const library = this.#library(database);
    for (let i = 0; i < callCount; i++) {
      addCall(library, i);
      if (i === callCount / 2) {
        database.truncateWal();
        copyFileSync(this.#original, this.#backup);
      }
    }
    const { calls } = library.calls.list(everyCall);
    this.#order = calls.map(({ callId }) => callId);
    this.#values = new Map(calls.map((call) => [call.callId, JSON.stringify(call)]));
    this.#expected = JSON.stringify(calls);
    database.truncateWal();
    database.close();
  }

  /** @param draw returns random numbers 0…1 */
  run(damage: Damage, draw: () => number): DamageOutcome {
    const folder = join(this.#dir, 'trial');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const path = join(folder, 'app.db');
    cpSync(this.#original, path);
    inflict(path, damage, draw);
    const damagedBytes = readFileSync(path);
    const { database, recovery } = openDatabase(path, {
      backups: [this.#backup],
      damagedDir: join(folder, 'damaged'),
      now: new Date(0),
    });
    try {
      const { calls } = this.#library(database).calls.list(everyCall);
      const wrong = calls.filter((call) => JSON.stringify(call) !== this.#values.get(call.callId)).length;
      const ids = calls.map(({ callId }) => callId);
      const sorted = this.#order.filter((callId) => ids.includes(callId));
      return {
        damage,
        noticed: recovery !== undefined,
        wrongCalls: wrong + Number(JSON.stringify(sorted) !== JSON.stringify(ids)),
        missingCalls: callCount - calls.length,
        isPreserved: recovery
          ? readFileSync(join(recovery.damagedFiles, 'app.db')).equals(damagedBytes)
          : JSON.stringify(calls) === this.#expected,
      };
    } finally {
      database.close();
    }
  }

  get #original(): string {
    return join(this.#dir, 'original.db');
  }

  get #backup(): string {
    return join(this.#dir, 'backup.db');
  }

  #library(database: AppDatabase): Library {
    return testLibrary(database, this.#dir, { keys: this.#keys });
  }
}

const everyCall = callQuerySchema.parse({ limit: 1_000 });

function addCall({ writer }: Library, i: number): void {
  const startedAt = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000);
  const measures = eachMeasure((id) => i + measureIds.indexOf(id) / 100);
  const callId = `call-${i}`;
  writer.begin({ callId, kind: 'live', title: `Call ${i}`, roles: ['agent'], startedAt });
  writer.progress(callId, { state: 'complete', endedAt: startedAt, durationSeconds: i, measures });
}

function inflict(path: string, damage: Damage, draw: () => number): void {
  const { size } = statSync(path);
  if (damage === 'cut off') {
    truncateSync(path, Math.floor(draw() * size));
    return;
  }
  const file = openSync(path, 'r+');
  try {
    if (damage === 'page wiped') {
      const page = Math.floor((draw() * fstatSync(file).size) / pageBytes);
      writeSync(file, Buffer.alloc(pageBytes), 0, pageBytes, page * pageBytes);
    } else {
      const at = Math.floor(draw() * size);
      const flipped = readFileSync(path)[at]! ^ (1 << Math.floor(draw() * 8));
      writeSync(file, Buffer.from([flipped]), 0, 1, at);
    }
  } finally {
    closeSync(file);
  }
}
