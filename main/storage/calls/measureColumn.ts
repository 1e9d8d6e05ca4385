import { hash } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { type CallMeasures, eachMeasure } from '../../../core/measures/callMeasures.ts';
import { measureIds, measuresRevision } from '../../../core/measures/measures.ts';

/** Names the measures that a row holds, so that rows written by a version with other measures are found and measured again. */
export const catalogue = hash('sha256', JSON.stringify([measuresRevision, measureIds]), 'base64url').slice(0, 16);

/** Part of an UPDATE; `measureValues` are its values. */
export const setMeasures = 'measures = jsonb(?), catalogue = ?';

export function measureValues(measures: CallMeasures): SQLInputValue[] {
  return [JSON.stringify(measures), catalogue];
}

/** Null for a measure that the row does not hold yet. @param json as in the row */
export function storedMeasures(json: string): CallMeasures {
  const stored: Partial<Record<string, number | null>> = JSON.parse(json);
  return eachMeasure((id) => stored[id] ?? null);
}

/** SQL for the value of a measure, or for a column. @param name checked by the contract */
export function valueSql(name: string): string {
  return measureIds.some((id) => id === name) ? `measures ->> '$.${name}'` : name;
}
