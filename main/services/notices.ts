import type { Notice } from '../../contract/hostContract.ts';
import type { Clock } from '../clock.ts';
import { EventFan } from './eventFan.ts';

/** More are not worth reading; the oldest go. */
const maxNotices = 50;

/** What happened out of sight in this run of the app, for every screen to tell until it is dismissed. */
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

  /** One that is not there is no error. */
  dismiss(noticeId: string): void {
    this.#set(this.#notices.filter((notice) => notice.noticeId !== noticeId));
  }

  list(): Notice[] {
    return [...this.#notices];
  }

  /** The notices now and after every change; a slow watcher gets the latest only. */
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
