/** Speech of each party that makes a call; a radio or a monologue is not one. */
const SPEECH_SECONDS = 5;
/** Window in which that speech must occur. */
const WINDOW_SECONDS = 60;
/** Silence of both parties that ends a call. */
const SILENCE_SECONDS = 60;

/** Speaking flags of both parties at a moment. */
export interface BothSpeaking {
  readonly agentSpeaking: boolean;
  readonly callerSpeaking: boolean;
}

/**
 * Detects the start of a call: both parties have spoken for 5 s within the last minute.
 *
 * One push per reading, at equal intervals.
 */
export class CallBeginning {
  readonly #agent: RecentSpeech;
  readonly #caller: RecentSpeech;

  /** @param readingsPerSecond how often `push` is called */
  constructor(readingsPerSecond: number) {
    this.#agent = new RecentSpeech(readingsPerSecond);
    this.#caller = new RecentSpeech(readingsPerSecond);
  }

  /** @returns true if a call seems to be in progress */
  push({ agentSpeaking, callerSpeaking }: BothSpeaking): boolean {
    const agentSeconds = this.#agent.push(agentSpeaking);
    const callerSeconds = this.#caller.push(callerSpeaking);
    return agentSeconds >= SPEECH_SECONDS && callerSeconds >= SPEECH_SECONDS;
  }
}

/** Detects the end of a call: nobody has spoken for a minute. Readings may be skipped. */
export class CallEnd {
  #silentSince: number | undefined;

  /**
   * @param at seconds, in ascending order
   * @returns true if the call seems to be over
   */
  push(at: number, { agentSpeaking, callerSpeaking }: BothSpeaking): boolean {
    if (agentSpeaking || callerSpeaking) this.#silentSince = undefined;
    else this.#silentSince ??= at;
    return this.#silentSince !== undefined && at - this.#silentSince >= SILENCE_SECONDS;
  }
}

/** Seconds of speech of one party in the last minute. */
class RecentSpeech {
  readonly #perSecond: number;
  readonly #readings: Uint8Array;
  #next = 0;
  #count = 0;

  constructor(readingsPerSecond: number) {
    this.#perSecond = readingsPerSecond;
    this.#readings = new Uint8Array(Math.round(WINDOW_SECONDS * readingsPerSecond));
  }

  push(speaking: boolean): number {
    this.#count += (speaking ? 1 : 0) - this.#readings[this.#next]!;
    this.#readings[this.#next] = speaking ? 1 : 0;
    this.#next = (this.#next + 1) % this.#readings.length;
    return this.#count / this.#perSecond;
  }
}
