import { randomBytes } from 'node:crypto';
import { createSecret, isSameSecret } from './secretCheck.ts';

/**
 * The browser's proof that it was let in. Cookies are shared by all ports of a host name, so every instance of the app has a
 * name of its own.
 */
export class SessionCookie {
  readonly #name = `softspoken-${randomBytes(6).toString('hex')}`;
  readonly #secret = createSecret();

  /** Value of the `Set-Cookie` header. Not `Secure`: the address is plain http, and never leaves the machine. */
  get setCookie(): string {
    return `${this.#name}=${this.#secret}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** @param header value of the `Cookie` header */
  isIn(header: string | undefined): boolean {
    const values = (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${this.#name}=`))
      .map((pair) => pair.slice(this.#name.length + 1));
    return values.length === 1 && isSameSecret(values[0]!, this.#secret);
  }
}
