import type { Notice } from '../../contract/hostContract.ts';
import type { Clock } from '../clock.ts';
import { EventFan } from './eventFan.ts';

/** The most notices worth reading; the oldest are dropped. */
const maxNotices = 50;

/** Events out of sight in this run of the app, for every screen to show until they are dismissed. */
export class Notices {
  readonly #clock: Clock;
  readonly #fan = new EventFan<Notice[]>({ isLatest: () => true });
  #notices: Notice[] = [];
  #added = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(kind: Notice['kind'], message: string): void {
    this.#added += 1;
    const notice = { noticeId: String(this.#added), kind, at: this.#clock.now().toISOString(), message };
    this.#set([...this.#notices, notice].slice(-maxNotices));
  }

  /** Does nothing if the notice is unknown. */
  dismiss(noticeId: string): void {
    this.#set(this.#notices.filter((notice) => notice.noticeId !== noticeId));
  }

  list(): Notice[] {
    return [...this.#notices];
  }

  /** Yields the notices now and after every change; a slow watcher gets only the latest. */
  watch(signal?: AbortSignal): AsyncGenerator<Notice[], void> {
    return this.#fan.watch([this.list()], signal);
  }

  close(): void {
    this.#fan.end();
  }

  #set(notices: Notice[]): void {
    this.#notices = notices;
    this.#fan.publish(this.list());
  }
}
