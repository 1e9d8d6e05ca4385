/** Speech of each party that makes a call: a radio or one person talking to themselves is none. */
const SPEECH_SECONDS = 5;
/** The speech must come within this time. */
const WINDOW_SECONDS = 60;
/** Silence of both after which a call is taken to be over. */
const SILENCE_SECONDS = 60;

/** What both channels do at a moment. */
export interface BothSpeaking {
  readonly agentSpeaking: boolean;
  readonly customerSpeaking: boolean;
}

/**
 * Tells when a call seems to have begun: both parties have spoken for 5 s of the last minute.
 *
 * One push per reading, at even distances.
 */
export class CallBeginning {
  readonly #agent: RecentSpeech;
  readonly #customer: RecentSpeech;

  /** @param readingsPerSecond how often `push` is called */
  constructor(readingsPerSecond: number) {
    this.#agent = new RecentSpeech(readingsPerSecond);
    this.#customer = new RecentSpeech(readingsPerSecond);
  }

  /** @returns whether a call seems to go on */
  push({ agentSpeaking, customerSpeaking }: BothSpeaking): boolean {
    const agentSeconds = this.#agent.push(agentSpeaking);
    const customerSeconds = this.#customer.push(customerSpeaking);
    return agentSeconds >= SPEECH_SECONDS && customerSeconds >= SPEECH_SECONDS;
  }
}

/** Tells when a call seems to be over: nobody has spoken for a minute. Readings may be left out in between. */
export class CallEnd {
  #silentSince: number | undefined;

  /**
   * @param at seconds, never less than before
   * @returns whether the call seems to be over
   */
  push(at: number, { agentSpeaking, customerSpeaking }: BothSpeaking): boolean {
    if (agentSpeaking || customerSpeaking) this.#silentSince = undefined;
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
