import { randomBytes } from 'node:crypto';
import { createSecret, isSameSecret } from './secretCheck.ts';

/**
 * The browser's proof of its session. Cookies are shared by all ports of a host name, so every instance of the app uses
 * a different name.
 */
export class SessionCookie {
  readonly #name = `softspoken-${randomBytes(6).toString('hex')}`;
  readonly #secret = createSecret();

  /** Value of the `Set-Cookie` header. It is not `Secure`: the address is plain http, and never leaves the machine. */
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
