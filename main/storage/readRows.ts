import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { z } from 'zod';

/**
 * Runs a query and reads each row by its schema, which stands beside the query.
 *
 * @throws ZodError for a row of another shape
 */
export function readRows<Row>(
  sql: DatabaseSync,
  row: z.ZodType<Row>,
  query: string,
  ...values: readonly SQLInputValue[]
): Row[] {
  const found = sql.prepare(query).all(...values);
  return found.map((each) => row.parse(each));
}

/** Reads the first row that the query gives; undefined if there is none. @throws ZodError for a row of another shape */
export function readRow<Row>(
  sql: DatabaseSync,
  row: z.ZodType<Row>,
  query: string,
  ...values: readonly SQLInputValue[]
): Row | undefined {
  const found = sql.prepare(query).get(...values);
  return found && row.parse(found);
}
