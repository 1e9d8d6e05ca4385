import { z } from 'zod';

/** A BLOB. */
export const bytesColumn = z.instanceof(Uint8Array);

/** An INTEGER that is 0 or 1. */
export const flagColumn = z.literal([0, 1]).transform((flag) => flag === 1);

/** A TEXT that holds JSON. */
export function jsonColumn<Value>(value: z.ZodType<Value>) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(value);
}

/** A row whose only selected column is `json`, read as the value it holds. */
export function jsonRow<Value>(value: z.ZodType<Value>) {
  return z.object({ json: jsonColumn(value) }).transform(({ json }) => json);
}
