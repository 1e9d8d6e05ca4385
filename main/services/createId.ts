import { randomBytes } from 'node:crypto';

/** 144 random bits as 24 characters that are safe in a URL and a file name. */
export function createId(): string {
  return randomBytes(18).toString('base64url');
}
