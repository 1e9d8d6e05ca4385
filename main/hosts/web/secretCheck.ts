import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Returns 256 random bits, safe in an address and a cookie. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that does not depend on how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
