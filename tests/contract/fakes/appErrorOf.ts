import { isDefinedError, safe } from '@orpc/client';
import { expect } from 'vitest';

/** Returns the code of the typed error that a call ends with; its sentence must say what to do. */
export async function appErrorOf(call: Promise<unknown>): Promise<string> {
  const result = await safe(call);
  if (!isDefinedError(result.error)) throw new Error('expected a typed error', { cause: result.error });
  const { data } = result.error as unknown as { data: { code: string; message: string } };
  expect(data.message).toMatch(/\.$/);
  return data.code;
}
