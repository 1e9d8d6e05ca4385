import type { LiveEvent } from '../../../contract/liveContract.ts';

/** Everything that a late screen needs first: the latest of every state, and whether the call is over. */
export class LiveState {
  readonly #latest = new Map<string, LiveEvent>();
  readonly #marks: LiveEvent[] = [];
  #last: LiveEvent | undefined;

  update(event: LiveEvent): void {
    if (event.type === 'ended' || event.type === 'failed') this.#last = event;
    else if (event.type === 'recording') this.#latest.set('recording', event);
    else if (event.type === 'source') this.#latest.set(`source ${event.role}`, event);
    else if (event.type === 'mark') this.#marks.push(event);
    else if (event.type === 'cue-marked') this.#latest.set(event.type, event);
    else this.#updateCall(event);
  }

  /** Returns the latest events; once the call is over, only how it ended. */
  replay(): LiveEvent[] {
    return this.#last ? [this.#last] : [...this.#latest.values(), ...this.#marks];
  }

  #updateCall(live: Extract<LiveEvent, { type: 'call' }>): void {
    const { event } = live;
    switch (event.type) {
      case 'metrics':
      case 'floor':
      case 'wave':
        this.#latest.set(event.type, live);
        return;
      case 'cue':
        if (!event.cue.shown) return;
        for (const before of ['cue', 'cue-ended', 'cue-marked']) this.#latest.delete(before);
        this.#latest.set('cue', live);
        return;
      // The last cue stays known after its end: it can still be marked.
      case 'cue-ended':
        this.#latest.set('cue-ended', live);
        return;
      default:
    }
  }
}
