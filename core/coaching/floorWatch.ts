import type { CallConfig } from '../config/callConfig.ts';
import { otherRole, type Role, roles } from '../model/role.ts';
import { type Frames, framesOf, secondsOf } from '../stream/frameTime.ts';

/** The parties' speaking flags in a frame, judged at that frame and without hangover. */
export interface SpeakingFrame {
  readonly agentSpeaking: boolean;
  readonly callerSpeaking: boolean;
}

/** The state of the floor at a frame. */
export interface FloorNow {
  /** The last party to speak without the other taking over; missing before the first speech. */
  readonly holder: Role | undefined;
  readonly heldSeconds: number;
  /**
   * Seconds for which both have spoken since the agent started to speak over at least 1.0 s of the caller's speech;
   * back to 0 when either has been silent for more than 0.5 s.
   */
  readonly agentOverlapSeconds: number;
  /** Seconds since anyone spoke, 0 during speech; missing before the first speech. */
  readonly silenceSeconds: number | undefined;
}

/** Follows the floor of a call from the two speaking flags alone, without look-ahead; one push per frame. */
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
    const { agent, customer: caller } = this.#talk;
    const agentStarts = frame.agentSpeaking && !agent.isOngoing;
    if (agentStarts && caller.isOngoing && caller.spokenFrames >= this.#floorFrames) {
      this.#agentOverlaps = true;
      this.#overlapFrames = 0;
    }
    agent.push(frame.agentSpeaking);
    caller.push(frame.callerSpeaking);
    this.#agentOverlaps &&= agent.isOngoing && caller.isOngoing;
    if (this.#agentOverlaps && frame.agentSpeaking && frame.callerSpeaking) this.#overlapFrames += 1;
    this.#passFloor(frame);
    return {
      holder: this.#holder,
      heldSeconds: secondsOf(this.#heldFrames),
      agentOverlapSeconds: this.#agentOverlaps ? secondsOf(this.#overlapFrames) : 0,
      silenceSeconds: this.#silenceSeconds(),
    };
  }

  #passFloor(frame: SpeakingFrame): void {
    const speaks = { agent: frame.agentSpeaking, customer: frame.callerSpeaking };
    const next = this.#holder ? otherRole(this.#holder) : roles.find((role) => speaks[role]);
    const free = !this.#holder || !this.#talk[this.#holder].isOngoing;
    if (next && speaks[next] && free) {
      this.#holder = next;
      this.#heldFrames = this.#talk[next].ongoingFrames;
    } else if (this.#holder) {
      this.#heldFrames += 1;
    }
  }

  #silenceSeconds(): number | undefined {
    const { agent, customer: caller } = this.#talk;
    const frames = Math.min(agent.silentFrames, caller.silentFrames);
    return frames === Number.POSITIVE_INFINITY ? undefined : secondsOf(frames);
  }
}

/** One speaker's latest speech, in frames. */
class RecentTalk {
  readonly #groupSilence: Frames;
  readonly #keptFloorSilence: Frames;
  /** Infinite before the first speech. */
  silentFrames = Number.POSITIVE_INFINITY;
  /** Frames of speech since the last silence that gave up the floor. */
  spokenFrames = 0;
  /** Frames since the speaker started, including short silences. */
  ongoingFrames = 0;

  constructor(groupSilence: Frames, keptFloorSilence: Frames) {
    this.#groupSilence = groupSilence;
    this.#keptFloorSilence = keptFloorSilence;
  }

  /** True while speaking, or silent so briefly that it is still the same attempt to speak. */
  get isOngoing(): boolean {
    return this.silentFrames <= this.#groupSilence;
  }

  push(speaking: boolean): void {
    if (speaking) {
      if (!this.isOngoing) this.ongoingFrames = 0;
      if (this.silentFrames > this.#keptFloorSilence) this.spokenFrames = 0;
      this.silentFrames = 0;
      this.spokenFrames += 1;
    } else {
      this.silentFrames += 1;
    }
    this.ongoingFrames += 1;
  }
}
