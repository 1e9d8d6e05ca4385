import type { Notice } from '../../contract/hostContract.ts';
import type { Clock } from '../clock.ts';

/** More are not worth reading; the oldest go. */
const maxNotices = 50;

/** What happened out of sight in this run of the app, for a screen to tell. */
export class Notices {
  readonly #clock: Clock;
  readonly #notices: Notice[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(kind: Notice['kind'], message: string): void {
    this.#notices.push({ kind, at: this.#clock.now().toISOString(), message });
    if (this.#notices.length > maxNotices) this.#notices.shift();
  }

  list(): Notice[] {
    return [...this.#notices];
  }
}
