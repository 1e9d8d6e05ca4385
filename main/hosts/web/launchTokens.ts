import { createSecret, isSameSecret } from './secretCheck.ts';

const maxOutstanding = 8;

/** One-time tokens that open the app in a browser. Only the newest few unused ones are valid. */
export class LaunchTokens {
  #outstanding: string[] = [];

  issue(): string {
    const token = createSecret();
    this.#outstanding = [...this.#outstanding.slice(1 - maxOutstanding), token];
    return token;
  }

  /** Returns true once for each issued token. */
  redeem(given: string): boolean {
    const match = this.#outstanding.filter((token) => isSameSecret(given, token));
    this.#outstanding = this.#outstanding.filter((token) => !match.includes(token));
    return match.length > 0;
  }
}
