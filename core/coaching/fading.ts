import type { CallConfig } from '../config/callConfig.ts';
import { framesOf } from '../stream/frameTime.ts';
import type { CoachingFrame } from './cueRules.ts';

/**
 * Fades cues: an agent who needs none gets fewer of them, and later ones.
 *
 * Every two minutes of the agent's speech with a known effort, in which no cue is due or imminent, the time that
 * conditions about the agent's voice must hold and the distance between cues grow by half, in at most two steps. A
 * shown cue takes back one step, an ignored cue all of them. One push per frame.
 */
export class Fading {
  readonly #config: CallConfig['cues']['fading'];
  readonly #stepFrames: number;
  #steps = 0;
  #calmFrames = 0;

  constructor(config: CallConfig['cues']['fading']) {
    this.#config = config;
    this.#stepFrames = framesOf(config.calmSpeechSeconds);
  }

  /** Factor (≥ 1) that stretches conditions about the agent's voice and the distance between cues. */
  get factor(): number {
    return this.#config.factor ** this.#steps;
  }

  /** @param isQuiet true if no condition about the agent holds or builds up */
  push({ agentSpeaking, effortDb }: CoachingFrame, isQuiet: boolean): void {
    if (!isQuiet || !agentSpeaking || effortDb === undefined) return;
    this.#calmFrames += 1;
    if (this.#calmFrames < this.#stepFrames) return;
    this.#calmFrames = 0;
    this.#steps = Math.min(this.#config.maxSteps, this.#steps + 1);
  }

  /** Takes back one step after a cue was shown. */
  stepBack(): void {
    this.#steps = Math.max(0, this.#steps - 1);
    this.#calmFrames = 0;
  }

  /** Takes back all steps after a cue was ignored. */
  end(): void {
    this.#steps = 0;
    this.#calmFrames = 0;
  }
}
