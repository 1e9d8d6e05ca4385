import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { CallChanges, CallListItem, CallPage, CallQuery } from '../../../contract/callContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { AppDatabase } from '../appDatabase.ts';
import type { KeyRing } from '../sealing/keyRing.ts';
import { callRow, rowToItem, selectCall, type UnfinishedCall, unfinishedRow } from './callRow.ts';
import { type SearchableText, textFilter } from './callText.ts';
import type { CallTexts } from './callTexts.ts';
import { listConditions, listOrder } from './listQuery.ts';
import { catalogue } from './measureColumn.ts';

const idRow = z.object({ id: z.string() });
const totalRow = z.object({ total: z.number() });
const unfinished = "state IN ('running', 'preview')";

/** The list of calls: their rows with what people wrote about them. Synchronous. */
export class CallList {
  readonly #database: AppDatabase;
  readonly #keys: KeyRing;
  readonly #texts: CallTexts;
  #filter: (text: SearchableText) => boolean = () => true;

  constructor(database: AppDatabase, keys: KeyRing, texts: CallTexts) {
    this.#database = database;
    this.#keys = keys;
    this.#texts = texts;
    const { sql } = database;
    sql.function('text_passes', (callId) => Number(this.#filter(texts.get(String(callId)))));
    sql.function('title_of', (callId) => texts.get(String(callId)).title);
    sql.function('agent_of', (callId) => texts.get(String(callId)).agent);
  }

  /** At most 50 ms for 10,000 calls. */
  list(query: CallQuery): CallPage {
    const { where, values } = listConditions(query);
    const filter = textFilter(query);
    if (filter) where.push('text_passes(id)');
    this.#filter = filter ?? (() => true);
    const from = `FROM call WHERE ${where.join(' AND ')}`;
    const count = this.#database.row(totalRow, `SELECT count(*) AS total ${from}`, ...values);
    // Only the ids are sorted: whole rows would all go through the sorter, though only a page of them is needed.
    const page = `SELECT id ${from} ORDER BY ${listOrder(query)} LIMIT ? OFFSET ?`;
    return { calls: this.#items(this.#ids(page, ...values, query.limit, query.offset)), total: count?.total ?? 0 };
  }

  /** Undefined if there is no such call. */
  find(callId: string): CallListItem | undefined {
    return this.#items([callId])[0];
  }

  /** @throws AppError `no-such-call` */
  get(callId: string): CallListItem {
    const found = this.find(callId);
    if (!found) throw new AppError('no-such-call', 'This call is no longer in the library. Refresh the list.');
    return found;
  }

  /** The call made of the same recording, complete or still being analysed. @param content as in `NewCall` */
  findByContent(content: Uint8Array): string | undefined {
    return this.#ids('SELECT id FROM call WHERE content = ? LIMIT 1', this.#keys.fingerprint(content))[0];
  }

  /** Agents and tags in use, in alphabetical order. */
  facets(): { agents: string[]; tags: string[] } {
    const texts = this.#texts.all().map(([, text]) => text);
    return {
      agents: alphabetical(texts.flatMap(({ agent }) => agent ?? [])),
      tags: alphabetical(texts.flatMap(({ tags }) => tags)),
    };
  }

  /** Changes what is given. Ignores calls that are not there: somebody may have erased them meanwhile. */
  update(callIds: readonly string[], changes: CallChanges): void {
    const { title, agent, followUpOn } = changes;
    this.#database.transaction(() => {
      for (const callId of callIds.filter((each) => this.#texts.has(each))) {
        const before = this.#texts.get(callId);
        const text = {
          title: title ?? before.title,
          agent: agent === undefined ? before.agent : agent,
          tags: changedTags(before.tags, changes),
          followUpOn: followUpOn === undefined ? before.followUpOn : followUpOn,
        };
        this.#texts.set(callId, text, (sealed) => {
          this.#database.run('UPDATE call SET text = ? WHERE id = ?', sealed, callId);
        });
      }
    });
  }

  /** Calls that are running or previews. */
  unfinished(): UnfinishedCall[] {
    return this.#database.rows(unfinishedRow, `SELECT id AS callId, kind, state, run FROM call WHERE ${unfinished}`);
  }

  /** Finished calls of one agent, or of no named agent, latest first, without practice. */
  latest(agent: string | null, most: number): CallListItem[] {
    const query = `SELECT id FROM call WHERE NOT ${unfinished} AND kind <> 'practice' ORDER BY startedAt DESC, id`;
    const ofAgent = this.#ids(query).filter((callId) => this.#texts.get(callId).agent === agent);
    return this.#items(ofAgent.slice(0, most));
  }

  idsOfAgent(agent: string): string[] {
    return this.#texts.all().flatMap(([callId, text]) => (text.agent === agent ? callId : []));
  }

  /** Finished calls that ended before a moment. */
  endedBefore(moment: Date, which: 'all' | 'with-audio'): string[] {
    const audioOnly = which === 'with-audio' ? 'AND hasAudio = 1' : '';
    return this.#ids(`SELECT id FROM call WHERE NOT ${unfinished} AND endedAt < ? ${audioOnly}`, moment.toISOString());
  }

  /** Finished calls that were measured by a version of the app with other measures, the oldest first. */
  withOtherMeasures(): string[] {
    return this.#ids(`SELECT id FROM call WHERE catalogue <> ? AND NOT ${unfinished} ORDER BY startedAt`, catalogue);
  }

  #ids(query: string, ...values: readonly SQLInputValue[]): string[] {
    return this.#database.rows(idRow, query, ...values).map(({ id }) => id);
  }

  #items(callIds: readonly string[]): CallListItem[] {
    const query = `${selectCall} WHERE id IN (SELECT value FROM json_each(?))`;
    const rows = this.#database.rows(callRow, query, JSON.stringify(callIds));
    const items = new Map(rows.map((row) => [row.callId, rowToItem(row, this.#texts.get(row.callId))]));
    return callIds.flatMap((callId) => items.get(callId) ?? []);
  }
}

function changedTags(before: readonly string[], { tags, addTags = [], removeTags = [] }: CallChanges): string[] {
  return [...new Set([...(tags ?? before), ...addTags])].filter((tag) => !removeTags.includes(tag));
}

function alphabetical(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
