/** One step of the database's schema. A released migration is never changed: a change is a migration of its own. */
export interface Migration {
  /** Stored in the database once it is applied. */
  readonly name: string;
  readonly sql: string;
  /** It only converts values and can run again, as it does for rows that are recovered from a database of an older version. */
  readonly convertsValues?: true;
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
  {
    name: 'calls',
    sql: `
      CREATE TABLE call (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        run TEXT,
        roles TEXT NOT NULL,
        text BLOB NOT NULL,
        content TEXT,
        startedAt TEXT NOT NULL,
        endedAt TEXT NOT NULL,
        durationSeconds REAL NOT NULL,
        hasAudio INTEGER NOT NULL,
        talkShare REAL, softShare REAL, paceShare REAL, medianResponseGapSeconds REAL,
        agentInterruptions REAL, customerInterruptions REAL, overlaps REAL, overlapSeconds REAL, deadAirSeconds REAL,
        pausesKept REAL, agentLevelLufs REAL, agentEffortDb REAL, agentArticulationRate REAL, agentPitchHz REAL,
        agentLevelSdDb REAL, agentPitchSdSemitones REAL, rushedSeconds REAL, waves REAL, waveLevelChangeDb REAL,
        coRegulationDb REAL, cuesShown REAL, captureGapSeconds REAL
      ) STRICT;
      CREATE INDEX call_started ON call (startedAt);
      CREATE INDEX call_content ON call (content);
      CREATE INDEX call_running ON call (run) WHERE state = 'running';
    `,
  },
  {
    name: 'practice',
    sql: `
      CREATE TABLE practice_attempt (
        id TEXT PRIMARY KEY,
        exercise TEXT NOT NULL,
        startedAt TEXT NOT NULL,
        json TEXT NOT NULL
      ) STRICT;
      CREATE INDEX practice_attempt_exercise ON practice_attempt (exercise, startedAt);
      CREATE TABLE practice_card (
        id TEXT PRIMARY KEY,
        box INTEGER NOT NULL,
        dueOn TEXT NOT NULL
      ) STRICT;
      CREATE TABLE practice_plan (
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    // No foreign keys: a database put together after damage may lack an import and have its items.
    name: 'imports',
    sql: `
      CREATE TABLE import (
        id TEXT PRIMARY KEY,
        run TEXT NOT NULL,
        paused INTEGER NOT NULL,
        text BLOB NOT NULL
      ) STRICT;
      CREATE TABLE import_item (
        id INTEGER PRIMARY KEY,
        import TEXT NOT NULL,
        file TEXT NOT NULL,
        state TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        text BLOB
      ) STRICT;
      CREATE INDEX import_item_state ON import_item (import, state, id);
    `,
  },
  {
    // Every version there was, and of other teams what came in coach packs; these were never chosen.
    name: 'rubrics',
    sql: `
      CREATE TABLE rubric (
        id TEXT PRIMARY KEY,
        chosenAt TEXT,
        json TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    name: 'own scenarios and returned results',
    sql: `
      CREATE TABLE practice_scenario (
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT;
      CREATE TABLE practice_clip (
        scenario TEXT NOT NULL,
        line TEXT NOT NULL,
        seconds REAL NOT NULL,
        sound BLOB NOT NULL,
        PRIMARY KEY (scenario, line)
      ) STRICT;
      CREATE TABLE practice_results (
        id TEXT PRIMARY KEY,
        note TEXT NOT NULL,
        json TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    // One value for all measures instead of a column each, so that a new measure needs no migration. JSONB, because reading one
    // measure from it takes half the time it takes from text. No catalogue has an empty name: every call is measured again.
    name: 'measures in one column',
    sql: `
      CREATE TABLE measured_call (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        run TEXT,
        roles TEXT NOT NULL,
        text BLOB NOT NULL,
        content TEXT,
        startedAt TEXT NOT NULL,
        endedAt TEXT NOT NULL,
        durationSeconds REAL NOT NULL,
        hasAudio INTEGER NOT NULL,
        measures BLOB NOT NULL DEFAULT (jsonb('{}')),
        catalogue TEXT NOT NULL DEFAULT ''
      ) STRICT;
      INSERT INTO measured_call (
        rowid, id, kind, state, run, roles, text, content, startedAt, endedAt, durationSeconds, hasAudio, measures
      ) SELECT
        rowid, id, kind, state, run, roles, text, content, startedAt, endedAt, durationSeconds, hasAudio,
        jsonb_object(
          'talkShare', talkShare, 'softShare', softShare, 'paceShare', paceShare,
          'medianResponseSeconds', medianResponseGapSeconds, 'agentInterruptions', agentInterruptions,
          'callerInterruptions', customerInterruptions, 'overlaps', overlaps, 'overlapSeconds', overlapSeconds,
          'deadAirSeconds', deadAirSeconds, 'pausesKept', pausesKept, 'agentLevelLufs', agentLevelLufs,
          'agentEffortDb', agentEffortDb, 'agentArticulationRate', agentArticulationRate, 'agentPitchHz', agentPitchHz,
          'agentLevelSdDb', agentLevelSdDb, 'agentPitchSdSemitones', agentPitchSdSemitones,
          'rushedSeconds', rushedSeconds, 'waves', waves, 'waveLevelChangeDb', waveLevelChangeDb,
          'coRegulationDb', coRegulationDb, 'cuesShown', cuesShown, 'captureGapSeconds', captureGapSeconds
        )
      FROM call;
      DROP TABLE call;
      ALTER TABLE measured_call RENAME TO call;
      CREATE INDEX call_started ON call (startedAt);
      CREATE INDEX call_content ON call (content);
      CREATE INDEX call_running ON call (run) WHERE state = 'running';
    `,
  },
  {
    name: 'preview calls',
    convertsValues: true,
    sql: "UPDATE call SET state = 'preview' WHERE state = 'unkept';",
  },
];
