const BAR_WIDTH = 24;

/** Returns a duration in words, as short as accuracy allows. */
export function remainingText(seconds: number): string {
  if (seconds < 1) return 'a moment left';
  if (seconds < 90) return `${Math.round(seconds)} s left`;
  return `${Math.round(seconds / 60)} min left`;
}

/** One line that overwrites itself on a terminal; prints nothing elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  readonly #startedMs = performance.now();
  readonly #fractions = new Map<string, number>();
  #done = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  update(name: string, fraction: number): void {
    this.#fractions.set(name, fraction);
    this.#draw(name);
  }

  finish(name: string): void {
    this.#fractions.delete(name);
    this.#done += 1;
    this.#draw(name);
  }

  /** Erases the line, so that other output can follow. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }

  #draw(name: string): void {
    if (!this.#stream.isTTY) return;
    const fraction = (this.#done + [...this.#fractions.values()].reduce((sum, part) => sum + part, 0)) / this.#total;
    const elapsed = (performance.now() - this.#startedMs) / 1000;
    const left = fraction > 0.02 ? remainingText((elapsed * (1 - fraction)) / fraction) : '';
    const filled = Math.round(fraction * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    const line = `${bar} ${Math.round(fraction * 100)}%  ${this.#done}/${this.#total}  ${left}  ${name}`;
    this.#stream.write(`\r\x1b[K${line.slice(0, (this.#stream.columns ?? 80) - 1)}`);
  }
}
