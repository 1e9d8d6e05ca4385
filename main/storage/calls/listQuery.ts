import type { SQLInputValue } from 'node:sqlite';
import type { CallQuery } from '../../../contract/callContract.ts';
import { valueSql } from './measureColumn.ts';

const sealedKeys: Partial<Record<CallQuery['sortBy'], string>> = {
  title: 'title_of(id) COLLATE NOCASE',
  agent: 'agent_of(id) COLLATE NOCASE',
};

/** The part of a query that is about clear text, as conditions and their values. Names are checked by the contract's schema. */
export function listConditions(query: CallQuery): { where: string[]; values: SQLInputValue[] } {
  const where = ["NOT (state = 'running' AND kind = 'file')", "state <> 'preview'"];
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

/** Terms of ORDER BY. The store provides `title_of` and `agent_of`. */
export function listOrder({ sortBy, descending }: CallQuery): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `${sealedKeys[sortBy] ?? valueSql(sortBy)} ${direction} NULLS LAST, startedAt ${direction}, id`;
}
