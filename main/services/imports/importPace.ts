const mostRecordings = 20;

/** Estimates how long recordings will take, from the last ones. */
export class ImportPace {
  readonly #last: { readonly bytes: number; readonly seconds: number }[] = [];

  add(bytes: number, seconds: number): void {
    this.#last.push({ bytes, seconds });
    if (this.#last.length > mostRecordings) this.#last.shift();
  }

  /** Null while nothing is known. */
  secondsFor(bytes: number): number | null {
    const knownBytes = this.#last.reduce((sum, recording) => sum + recording.bytes, 0);
    const knownSeconds = this.#last.reduce((sum, recording) => sum + recording.seconds, 0);
    return knownBytes > 0 ? (bytes * knownSeconds) / knownBytes : null;
  }
}
