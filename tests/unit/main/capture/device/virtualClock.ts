import type { Clock } from '../../../../../main/clock.ts';

interface Repetition {
  readonly seconds: number;
  readonly task: () => void;
  dueSeconds: number;
}

/** A clock that stands still until the test advances it; hours pass in a moment. */
export class VirtualClock implements Clock {
  #seconds = 1_000;
  readonly #repetitions = new Set<Repetition>();

  now(): Date {
    return new Date(this.#seconds * 1000);
  }

  monotonicSeconds(): number {
    return this.#seconds;
  }

  every(seconds: number, task: () => void): () => void {
    const repetition = { seconds, task, dueSeconds: this.#seconds + seconds };
    this.#repetitions.add(repetition);
    return () => this.#repetitions.delete(repetition);
  }

  get repetitionCount(): number {
    return this.#repetitions.size;
  }

  /** Lets time pass, running due tasks in order. */
  advance(seconds: number): void {
    const until = this.#seconds + seconds;
    for (let next = this.#nextUntil(until); next !== undefined; next = this.#nextUntil(until)) {
      this.#seconds = next.dueSeconds;
      next.dueSeconds += next.seconds;
      next.task();
    }
    this.#seconds = until;
  }

  /** Lets time pass while nothing runs, as when the process is delayed; tasks that fell due run once, late. */
  block(seconds: number): void {
    this.#seconds += seconds;
    for (const repetition of this.#repetitions) {
      if (repetition.dueSeconds > this.#seconds) continue;
      repetition.dueSeconds = this.#seconds + repetition.seconds;
      repetition.task();
    }
  }

  #nextUntil(until: number): Repetition | undefined {
    const due = [...this.#repetitions].filter((repetition) => repetition.dueSeconds <= until);
    return due.sort((a, b) => a.dueSeconds - b.dueSeconds)[0];
  }
}
