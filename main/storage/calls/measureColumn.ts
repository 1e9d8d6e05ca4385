import { hash } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { type CallMeasures, eachMeasure } from '../../../core/measures/callMeasures.ts';
import { measureIds, measuresRevision } from '../../../core/measures/measures.ts';
import { jsonColumn } from '../columns.ts';

/** Names the measures that a row holds, so that rows written by a version with other measures are found and measured again. */
export const catalogue = hash('sha256', JSON.stringify([measuresRevision, measureIds]), 'base64url').slice(0, 16);

/** Part of an UPDATE; `measureValues` are its values. */
export const setMeasures = 'measures = jsonb(?), catalogue = ?';

export function measureValues(measures: CallMeasures): SQLInputValue[] {
  return [JSON.stringify(measures), catalogue];
}

/** JSON; null for a measure that the row does not hold yet. */
export const measuresColumn = jsonColumn(z.record(z.string(), z.number().nullable())).transform(
  (stored): CallMeasures => eachMeasure((id) => stored[id] ?? null),
);

/** SQL for the value of a measure, or for a column. @param name checked by the contract */
export function valueSql(name: string): string {
  return measureIds.some((id) => id === name) ? `measures ->> '$.${name}'` : name;
}
