import type { LiveEvent } from '../../../contract/liveContract.ts';
import type { Cue } from '../../../core/model/cue.ts';
import { type CueMark, withCueMarked } from '../../../core/model/cueMark.ts';
import { noSuchCue } from './noSuchCue.ts';

/** The cues a running call has shown, with the agent's marks on them. */
export class CueLedger {
  #cues: readonly Cue[] = [];

  take(live: LiveEvent): void {
    if (live.type === 'call' && live.event.type === 'cue') this.#cues = [...this.#cues, live.event.cue];
  }

  /** Returns true if the mark is new. @throws AppError `no-such-cue` */
  mark(mark: CueMark): boolean {
    const marked = withCueMarked(this.#cues, mark);
    if (!marked) throw noSuchCue();
    const isNews = marked.some((cue, i) => cue.markedWrong !== this.#cues[i]?.markedWrong);
    this.#cues = marked;
    return isNews;
  }
}
