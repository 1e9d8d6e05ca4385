/** Returns the code of an operating system error, such as `ENOENT`; undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return hasField(error, 'code') && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Returns the primary result code of an SQLite error, such as 11 for SQLITE_CORRUPT; undefined for any other error.
 * @see https://www.sqlite.org/rescode.html
 */
export function sqliteErrorCode(error: unknown): number | undefined {
  return hasField(error, 'errcode') && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function hasField<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && name in value;
}
