import type { CallConfig } from '../config/callConfig.ts';
import { otherRole, type Role, roles } from '../model/role.ts';
import { type Frames, framesOf, secondsOf } from '../stream/frameTime.ts';

/** The parties' speaking flags in a frame, judged at that frame and without hangover. */
export interface SpeakingFrame {
  readonly agentSpeaking: boolean;
  readonly customerSpeaking: boolean;
}

/** The state of the floor at a frame. */
export interface FloorNow {
  /** The party that spoke last without the other taking over; missing before the first speech. */
  readonly holder: Role | undefined;
  readonly heldSeconds: number;
  /**
   * Seconds both have spoken since the agent started while the customer, with 1.0 s of speech behind them, had not
   * stopped; back to 0 when either has been silent for more than 0.5 s.
   */
  readonly agentOverlapSeconds: number;
  /** Seconds since anyone spoke, 0 in speech; missing before the first speech. */
  readonly silenceSeconds: number | undefined;
}

/** Follows a call's floor from the two speaking flags alone, with nothing known in advance; one push per frame. */
export class FloorWatch {
  readonly #floorFrames: Frames;
  readonly #talk: Readonly<Record<Role, RecentTalk>>;
  #holder: Role | undefined;
  #heldFrames = 0;
  #agentOverlaps = false;
  #overlapFrames = 0;

  constructor(config: Pick<CallConfig, 'turns'>) {
    this.#floorFrames = framesOf(config.turns.interruptionFloorSeconds);
    const groupSilence = framesOf(config.turns.groupSilenceSeconds);
    const keptFloorSilence = framesOf(config.turns.keptFloorSilenceSeconds);
    this.#talk = {
      agent: new RecentTalk(groupSilence, keptFloorSilence),
      customer: new RecentTalk(groupSilence, keptFloorSilence),
    };
  }

  push(frame: SpeakingFrame): FloorNow {
    const { agent, customer } = this.#talk;
    const agentStarts = frame.agentSpeaking && !agent.goesOn;
    if (agentStarts && customer.goesOn && customer.spokenFrames >= this.#floorFrames) {
      this.#agentOverlaps = true;
      this.#overlapFrames = 0;
    }
    agent.push(frame.agentSpeaking);
    customer.push(frame.customerSpeaking);
    this.#agentOverlaps &&= agent.goesOn && customer.goesOn;
    if (this.#agentOverlaps && frame.agentSpeaking && frame.customerSpeaking) this.#overlapFrames += 1;
    this.#passFloor(frame);
    return {
      holder: this.#holder,
      heldSeconds: secondsOf(this.#heldFrames),
      agentOverlapSeconds: this.#agentOverlaps ? secondsOf(this.#overlapFrames) : 0,
      silenceSeconds: this.#silenceSeconds(),
    };
  }

  #passFloor(frame: SpeakingFrame): void {
    const speaks = { agent: frame.agentSpeaking, customer: frame.customerSpeaking };
    const next = this.#holder ? otherRole(this.#holder) : roles.find((role) => speaks[role]);
    const free = !this.#holder || !this.#talk[this.#holder].goesOn;
    if (next && speaks[next] && free) {
      this.#holder = next;
      this.#heldFrames = this.#talk[next].goesOnFrames;
    } else if (this.#holder) {
      this.#heldFrames += 1;
    }
  }

  #silenceSeconds(): number | undefined {
    const { agent, customer } = this.#talk;
    const frames = Math.min(agent.silentFrames, customer.silentFrames);
    return frames === Number.POSITIVE_INFINITY ? undefined : secondsOf(frames);
  }
}

/** One speaker's latest talk, in frames. */
class RecentTalk {
  readonly #groupSilence: Frames;
  readonly #keptFloorSilence: Frames;
  /** Infinite before the first speech. */
  silentFrames = Number.POSITIVE_INFINITY;
  /** Frames of speech since the last silence that gave up the floor. */
  spokenFrames = 0;
  /** Frames since the speaker started, short silences included. */
  goesOnFrames = 0;

  constructor(groupSilence: Frames, keptFloorSilence: Frames) {
    this.#groupSilence = groupSilence;
    this.#keptFloorSilence = keptFloorSilence;
  }

  /** True while speaking, or silent so briefly that it is still the same attempt to speak. */
  get goesOn(): boolean {
    return this.silentFrames <= this.#groupSilence;
  }

  push(speaking: boolean): void {
    if (speaking) {
      if (!this.goesOn) this.goesOnFrames = 0;
      if (this.silentFrames > this.#keptFloorSilence) this.spokenFrames = 0;
      this.silentFrames = 0;
      this.spokenFrames += 1;
    } else {
      this.silentFrames += 1;
    }
    this.goesOnFrames += 1;
  }
}
