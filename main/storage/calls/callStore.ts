import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { CallChanges, CallListItem, CallPage, CallQuery, CallState } from '../../../contract/callContract.ts';
import type { CallMeasures } from '../../../core/measures/callMeasures.ts';
import type { Role } from '../../../core/model/role.ts';
import type { AppDatabase } from '../appDatabase.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import type { CallFiles } from './callFiles.ts';
import { openText, type SearchableText, sealText, searchable, textFilter } from './callText.ts';
import { catalogue, measureValues, setMeasures, storedMeasures, valueSql } from './measureColumn.ts';

/** What is known of a call when it begins. */
export interface NewCall {
  /** At most 64 characters of `A–Z a–z 0–9 _ -`. */
  readonly callId: string;
  readonly kind: CallListItem['kind'];
  readonly title: string;
  readonly agent?: string | null;
  readonly tags?: readonly string[];
  /** Until `progress` says otherwise; running unless given. */
  readonly state?: Extract<CallState, 'running' | 'unkept'>;
  /** Role of each channel, in order. */
  readonly roles: readonly Role[];
  readonly startedAt: Date;
  /** Digest of the imported file, by which the same recording is known again. */
  readonly content?: Uint8Array | null;
  /** The run of the app that works on it: a call left running by a run that is over was broken off. */
  readonly run: string;
}

/** What changes while a call goes on and when it ends. */
export interface CallProgress {
  readonly state: CallState;
  readonly endedAt: Date;
  readonly durationSeconds: number;
  readonly measures: CallMeasures;
}

/**
 * The library's rows: what a list of calls shows, filters and sorts by. What people wrote is sealed; it is opened once and searched
 * in memory. Reports, peaks and audio are sealed files beside it (`CallFiles`), which erasing a call takes along.
 *
 * Synchronous: what returned is kept, also when the process dies in the next instant.
 */
export class CallStore {
  readonly #database: AppDatabase;
  readonly #keys: KeyRing;
  readonly #files: CallFiles;
  readonly #texts = new Map<string, SearchableText>();
  #filter: (text: SearchableText) => boolean = () => true;

  readonly #eraseCopies: (callIds: readonly string[]) => void;

  /** @param eraseCopies erases calls from the database's backups */
  constructor(
    database: AppDatabase,
    keys: KeyRing,
    files: CallFiles,
    eraseCopies: (callIds: readonly string[]) => void = () => {},
  ) {
    this.#eraseCopies = eraseCopies;
    this.#database = database;
    this.#keys = keys;
    this.#files = files;
    const { sql } = database;
    for (const { id, text } of sql.prepare('SELECT id, text FROM call').all())
      this.#unseal(id as string, text as Uint8Array);
    const text = (callId: SQLOutputValue) => this.#text(callId as string);
    sql.function('text_passes', (callId) => Number(this.#filter(text(callId))));
    sql.function('title_of', (callId) => text(callId).title);
    sql.function('agent_of', (callId) => text(callId).agent);
  }

  /** Gives the call a key and a row. A recording (`kind` file) is not listed before it is complete. */
  begin(call: NewCall): void {
    const { callId, state = 'running', title, agent = null, tags = [], content } = call;
    this.#keys.create(callId);
    const text = { title, agent, tags: [...tags], followUpOn: null };
    const startedAt = call.startedAt.toISOString();
    this.#write(
      `INSERT INTO call (id, kind, state, run, roles, text, content, startedAt, endedAt, durationSeconds, hasAudio)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
      callId,
      call.kind,
      state,
      call.run,
      JSON.stringify(call.roles),
      sealText(this.#keys, callId, text),
      content ? this.#keys.fingerprint(content) : null,
      startedAt,
      startedAt,
    );
    this.#texts.set(callId, searchable(text));
  }

  /**
   * @param alongside further changes to the database, made together with this one or not at all
   * @throws RangeError where there is no such call
   */
  progress(
    callId: string,
    { state, endedAt, durationSeconds, measures }: CallProgress,
    alongside: () => void = () => {},
  ): void {
    this.#database.transaction(() => {
      const { changes } = this.#write(
        `UPDATE call SET state = ?, endedAt = ?, durationSeconds = ?, ${setMeasures} WHERE id = ?`,
        state,
        endedAt.toISOString(),
        durationSeconds,
        ...measureValues(measures),
        callId,
      );
      if (changes === 0) throw new RangeError(`no call ${callId}`);
      alongside();
    });
  }

  /** At most 50 ms for 10,000 calls. */
  list(query: CallQuery): CallPage {
    const { where, values } = conditions(query);
    const filter = textFilter(query);
    if (filter) where.push('text_passes(id)');
    this.#filter = filter ?? (() => true);
    const condition = where.join(' AND ');
    const total = this.#database.sql.prepare(`SELECT count(*) AS total FROM call WHERE ${condition}`).get(...values)!;
    // Sorted by themselves: whole rows would all go through the sorter, and only a page of them is wanted.
    const ids = this.#database.sql
      .prepare(`SELECT id FROM call WHERE ${condition} ORDER BY ${order(query)} LIMIT ? OFFSET ?`)
      .all(...values, query.limit, query.offset);
    const select = this.#database.sql.prepare(selectItem);
    return { calls: ids.map(({ id }) => this.#item(select.get(id!)!)), total: total['total'] as number };
  }

  get(callId: string): CallListItem | undefined {
    const row = this.#database.sql.prepare(selectItem).get(callId);
    return row && this.#item(row);
  }

  /** The call that was made of the same recording, complete or still being analysed. @param content as in `NewCall` */
  findByContent(content: Uint8Array): string | undefined {
    const row = this.#database.sql
      .prepare('SELECT id FROM call WHERE content = ? LIMIT 1')
      .get(this.#keys.fingerprint(content));
    return row?.['id'] as string | undefined;
  }

  /** Agents and tags in use, in alphabetical order. */
  facets(): { agents: string[]; tags: string[] } {
    const texts = [...this.#texts.values()];
    return {
      agents: alphabetical(texts.flatMap(({ agent }) => agent ?? [])),
      tags: alphabetical(texts.flatMap(({ tags }) => tags)),
    };
  }

  /** Changes what is given. A call that is not there is no error: somebody may have erased it meanwhile. */
  update(callIds: readonly string[], changes: CallChanges): void {
    const { title, agent, followUpOn } = changes;
    this.#database.transaction(() => {
      for (const callId of callIds) {
        const before = this.#texts.get(callId);
        if (!before) continue;
        const text = {
          title: title ?? before.title,
          agent: agent === undefined ? before.agent : agent,
          tags: changedTags(before.tags, changes),
          followUpOn: followUpOn === undefined ? before.followUpOn : followUpOn,
        };
        this.#write('UPDATE call SET text = ? WHERE id = ?', sealText(this.#keys, callId, text), callId);
        this.#texts.set(callId, searchable(text));
      }
    });
  }

  /** Calls that are running or only looked at, and the run of the app each belongs to. */
  unfinished(): { callId: string; kind: CallListItem['kind']; state: CallState; run: string }[] {
    return this.#database.sql
      .prepare(`SELECT id, kind, state, run FROM call WHERE state IN (${unfinished})`)
      .all()
      .map((row) => ({
        callId: row['id'] as string,
        kind: row['kind'] as CallListItem['kind'],
        state: row['state'] as CallState,
        run: row['run'] as string,
      }));
  }

  /** Calls that are over of one agent, or of nobody named, latest first. Practice is none. */
  latest(agent: string | null, most: number): CallListItem[] {
    const select = this.#database.sql.prepare(selectItem);
    return this.#database.sql
      .prepare(
        `SELECT id FROM call WHERE state NOT IN (${unfinished}) AND kind <> 'practice' ORDER BY startedAt DESC, id`,
      )
      .all()
      .map(({ id }) => id as string)
      .filter((callId) => this.#text(callId).agent === agent)
      .slice(0, most)
      .map((callId) => this.#item(select.get(callId)!));
  }

  callIdsOfAgent(agent: string): string[] {
    return [...this.#texts].flatMap(([callId, text]) => (text.agent === agent ? callId : []));
  }

  /** Calls that ended before a moment, for what is kept for a time only. */
  endedBefore(moment: Date, which: 'all' | 'with-audio'): string[] {
    const audioOnly = which === 'with-audio' ? 'AND hasAudio = 1' : '';
    return this.#database.sql
      .prepare(`SELECT id FROM call WHERE state NOT IN (${unfinished}) AND endedAt < ? ${audioOnly}`)
      .all(moment.toISOString())
      .map((row) => row['id'] as string);
  }

  setState(callId: string, state: CallState): void {
    this.#write('UPDATE call SET state = ? WHERE id = ?', state, callId);
  }

  setMeasures(callId: string, measures: CallMeasures): void {
    this.#write(`UPDATE call SET ${setMeasures} WHERE id = ?`, ...measureValues(measures), callId);
  }

  /** Replaces what another version of the app measured; does nothing if the call was measured or erased meanwhile. */
  refreshMeasures(callId: string, measures: CallMeasures): void {
    this.#write(
      `UPDATE call SET ${setMeasures} WHERE id = ? AND catalogue <> ?`,
      ...measureValues(measures),
      callId,
      catalogue,
    );
  }

  /** Calls that are over and were measured by a version of the app with other measures, the oldest first. */
  withOtherMeasures(): string[] {
    return this.#database.sql
      .prepare(`SELECT id FROM call WHERE catalogue <> ? AND state NOT IN (${unfinished}) ORDER BY startedAt`)
      .all(catalogue)
      .map(({ id }) => id as string);
  }

  setRoles(callId: string, roles: readonly Role[]): void {
    this.#write('UPDATE call SET roles = ? WHERE id = ?', JSON.stringify(roles), callId);
  }

  setAudio(callId: string, hasAudio: boolean): void {
    this.#write('UPDATE call SET hasAudio = ? WHERE id = ?', Number(hasAudio), callId);
  }

  /** Erases a call's audio and keeps the rest. */
  removeAudio(callId: string): void {
    this.#files.remove(callId, 'audio');
    this.setAudio(callId, false);
  }

  /** Erases calls for good. The keys go first: from then on nothing of these calls can be read, wherever a copy is. */
  erase(callIds: readonly string[]): void {
    for (const callId of callIds) this.#keys.destroy(callId);
    this.#database.transaction(() => {
      for (const callId of callIds) this.#write('DELETE FROM call WHERE id = ?', callId);
    });
    for (const callId of callIds) {
      this.#texts.delete(callId);
      this.#files.removeAll(callId);
    }
    this.#database.truncateWal();
    this.#eraseCopies(callIds);
  }

  #write(sql: string, ...values: SQLInputValue[]) {
    return this.#database.sql.prepare(sql).run(...values);
  }

  /** Unsealed once. Another run of the app may have added the call since this one began. */
  #text(callId: string): SearchableText {
    const known = this.#texts.get(callId);
    if (known) return known;
    const row = this.#database.sql.prepare('SELECT text FROM call WHERE id = ?').get(callId)!;
    return this.#unseal(callId, row['text'] as Uint8Array);
  }

  #unseal(callId: string, sealed: Uint8Array): SearchableText {
    const text = searchable(openText(this.#keys, callId, sealed));
    this.#texts.set(callId, text);
    return text;
  }

  #item(row: Record<string, SQLOutputValue>): CallListItem {
    const callId = row['id'] as string;
    const { title, agent, tags, followUpOn } = this.#text(callId);
    return {
      callId,
      title,
      agent,
      tags,
      followUpOn,
      kind: row['kind'] as CallListItem['kind'],
      state: row['state'] as CallState,
      roles: JSON.parse(row['roles'] as string) as Role[],
      startedAt: row['startedAt'] as string,
      endedAt: row['endedAt'] as string,
      durationSeconds: row['durationSeconds'] as number,
      hasAudio: row['hasAudio'] === 1,
      measures: storedMeasures(row['measures'] as string),
    };
  }
}

const unfinished = "'running', 'unkept'";

const selectItem = `
  SELECT id, kind, state, roles, startedAt, endedAt, durationSeconds, hasAudio, json(measures) AS measures
  FROM call WHERE id = ?
`;

/** Names in the SQL are those of the contract's schema, which has checked them. */
function conditions(query: CallQuery): { where: string[]; values: SQLInputValue[] } {
  const where = ["NOT (state = 'running' AND kind = 'file')", "state <> 'unkept'"];
  const values: SQLInputValue[] = [];
  const demand = (condition: string, value: SQLInputValue) => {
    if (value === null) return;
    where.push(condition);
    values.push(value);
  };
  demand('startedAt >= ?', query.from && new Date(query.from).toISOString());
  demand('startedAt < ?', query.to && new Date(query.to).toISOString());
  for (const [name, range] of Object.entries(query.ranges)) {
    demand(`${valueSql(name)} >= ?`, range.min);
    demand(`${valueSql(name)} <= ?`, range.max);
  }
  return { where, values };
}

function order({ sortBy, descending }: CallQuery): string {
  const key =
    { title: 'title_of(id) COLLATE NOCASE', agent: 'agent_of(id) COLLATE NOCASE' }[sortBy as string] ??
    valueSql(sortBy);
  const direction = descending ? 'DESC' : 'ASC';
  return `${key} ${direction} NULLS LAST, startedAt ${direction}, id`;
}

function changedTags(before: readonly string[], { tags, addTags = [], removeTags = [] }: CallChanges): string[] {
  return [...new Set([...(tags ?? before), ...addTags])].filter((tag) => !removeTags.includes(tag));
}

function alphabetical(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
