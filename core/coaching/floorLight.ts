import type { CallConfig } from '../config/callConfig.ts';
import type { FloorState } from '../model/callEvent.ts';
import type { WaveState } from '../model/callReport.ts';
import { framesOf, secondsOf } from '../stream/frameTime.ts';
import type { SpeakingFrame } from './floorWatch.ts';

/**
 * The light that shows the agent when the caller has finished: WAIT while the caller speaks and as soon as they resume,
 * ALMOST after 0.3 s of their silence, YOUR TURN once the silence is longer than this caller's usual pauses.
 *
 * It follows the caller alone: the agent's own speech never changes it. Before the caller's first word it is the
 * agent's turn, since there is nobody to wait for. The agent's flag only separates the caller's pauses, in which the
 * agent is silent, and the caller's turns. YOUR TURN stays on until the caller speaks. One push per frame.
 */
export class FloorLight {
  readonly #config: CallConfig['floor'];
  readonly #almostFrames: number;
  readonly #turnTakenFrames: number;
  readonly #pauseFrames: { readonly min: number; readonly max: number };
  readonly #pauses: number[] = [];
  #usualPauseSeconds: number | undefined;
  #state: FloorState = 'your-turn';
  /** Missing before the caller's first word. */
  #silentFrames: number | undefined;
  /** Length of the caller's turn up to its last speech. */
  #turnFrames = 0;
  /** Frames of agent speech during the caller's silence. */
  #agentFrames = 0;

  constructor(config: Pick<CallConfig, 'turns' | 'floor'>) {
    this.#config = config.floor;
    this.#almostFrames = framesOf(config.floor.almostSeconds);
    this.#turnTakenFrames = framesOf(config.turns.backchannelMaxSeconds);
    this.#pauseFrames = {
      min: framesOf(config.turns.pauseMinSeconds),
      max: framesOf(config.turns.deadAirSeconds),
    };
  }

  /** @param wave the caller's wave; missing while unknown */
  push(frame: SpeakingFrame, wave: WaveState | undefined): FloorState {
    if (frame.callerSpeaking) {
      this.#speak();
    } else if (this.#silentFrames !== undefined) {
      this.#silentFrames += 1;
      if (frame.agentSpeaking) this.#agentFrames += 1;
      if (this.#state !== 'your-turn') this.#state = this.#stateInSilence(this.#silentFrames, wave);
    }
    return this.#state;
  }

  #speak(): void {
    const silence = this.#silentFrames ?? 0;
    const isPause = silence >= this.#pauseFrames.min && silence < this.#pauseFrames.max && this.#agentFrames === 0;
    if (isPause) this.#learnPause(secondsOf(silence));
    this.#turnFrames = this.#agentFrames > this.#turnTakenFrames ? 1 : this.#turnFrames + silence + 1;
    this.#silentFrames = 0;
    this.#agentFrames = 0;
    this.#state = 'wait';
  }

  #stateInSilence(silentFrames: number, wave: WaveState | undefined): FloorState {
    if (silentFrames >= framesOf(this.#thresholdSeconds(wave))) return 'your-turn';
    return silentFrames >= this.#almostFrames ? 'almost' : 'wait';
  }

  #thresholdSeconds(wave: WaveState | undefined): number {
    const { afterLongTurnSeconds, afterShortTurnSeconds, atWaveSeconds, longTurnSeconds, maxSeconds } = this.#config;
    const isLong = secondsOf(this.#turnFrames) >= longTurnSeconds;
    const usual =
      this.#usualPauseSeconds === undefined
        ? isLong
          ? afterLongTurnSeconds
          : afterShortTurnSeconds
        : Math.min(Math.max(this.#usualPauseSeconds, afterShortTurnSeconds), maxSeconds);
    return wave === 'rising' || wave === 'peak' ? Math.max(usual, atWaveSeconds) : usual;
  }

  #learnPause(seconds: number): void {
    const { adaptAfterPauses, adaptOverPauses, adaptPercentile } = this.#config;
    this.#pauses.push(seconds);
    if (this.#pauses.length > adaptOverPauses) this.#pauses.shift();
    if (this.#pauses.length < adaptAfterPauses) return;
    const sorted = [...this.#pauses].sort((a, b) => a - b);
    this.#usualPauseSeconds = sorted[Math.ceil(adaptPercentile * sorted.length) - 1]!;
  }
}
