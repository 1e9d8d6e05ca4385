/** One step of the database's schema. What was released is never changed: a change is a migration of its own. */
export interface Migration {
  /** Kept in the database once it is applied. */
  readonly name: string;
  readonly sql: string;
}

/** Every migration, in the order they are applied. */
export const migrations: readonly Migration[] = [
  {
    name: 'settings',
    sql: `
      CREATE TABLE settings (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        json TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'baselines',
    sql: `
      CREATE TABLE baseline (
        device TEXT PRIMARY KEY,
        measured_at TEXT NOT NULL,
        json TEXT NOT NULL
      ) STRICT;
    `,
  },
];
