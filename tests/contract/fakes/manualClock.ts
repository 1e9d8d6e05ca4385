import type { Clock } from '../../../main/clock.ts';

interface Timer {
  readonly seconds: number;
  readonly task: () => void;
  dueAt: number;
}

/** A clock that the test controls. */
export class ManualClock implements Clock {
  #elapsed = 0;
  readonly #timers = new Set<Timer>();

  now(): Date {
    return new Date(Date.UTC(2025, 0, 15, 9, 30) + this.#elapsed * 1000);
  }

  monotonicSeconds(): number {
    return this.#elapsed;
  }

  every(seconds: number, task: () => void): () => void {
    const timer: Timer = { seconds, task, dueAt: this.#elapsed + seconds };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get timerCount(): number {
    return this.#timers.size;
  }

  /** Lets time pass, firing every timer at its moment. */
  advance(seconds: number): void {
    const until = this.#elapsed + seconds;
    while (true) {
      const next = [...this.#timers].sort((a, b) => a.dueAt - b.dueAt)[0];
      if (!next || next.dueAt > until) break;
      this.#elapsed = next.dueAt;
      next.dueAt += next.seconds;
      next.task();
    }
    this.#elapsed = until;
  }
}
