import type { Role } from '../../model/role.ts';
import { type Ipu, IpuGroup } from './ipuGroup.ts';
import type { TurnRules } from './turnRules.ts';

type Boundary = { readonly frame: number; readonly isStart: boolean };

/** Collects one speaker's IPU boundaries into groups, and holds the groups until a turn or backchannel takes them. */
export class SpeakerGroups {
  readonly role: Role;
  readonly #rules: TurnRules;
  readonly #boundaries: Boundary[] = [];
  readonly #waiting: IpuGroup[] = [];
  /** The group to which boundaries are being added, waiting or taken. */
  #open: IpuGroup | undefined;
  /** The last group that was taken. */
  #taken: IpuGroup | undefined;
  #lastPushed = -1;
  #pushedStart: number | undefined;

  constructor(role: Role, rules: TurnRules) {
    this.role = role;
    this.#rules = rules;
  }

  get speaking(): boolean {
    return this.#open !== undefined && this.#open.lastIpu.end === undefined;
  }

  /** Frame of the last boundary pushed. */
  get lastPushed(): number {
    return this.#lastPushed;
  }

  get taken(): IpuGroup | undefined {
    return this.#taken;
  }

  /** The earliest group not yet taken. */
  get next(): IpuGroup | undefined {
    return this.#waiting[0];
  }

  /** Every IPU from the start of the last taken group on. */
  get recentIpus(): readonly Ipu[] {
    return [...(this.#taken ? [this.#taken] : []), ...this.#waiting].flatMap((group) => group.ipus);
  }

  take(): IpuGroup {
    const group = this.#waiting.shift()!;
    this.#taken = group;
    return group;
  }

  /** @throws {RangeError} when the IPU starts before frame `now` or before the end of the previous one */
  pushStart(frame: number, now: number): void {
    if (this.#pushedStart !== undefined || frame < this.#lastPushed || frame < now) {
      throw new RangeError(`an IPU of the ${this.role} cannot start at frame ${frame}`);
    }
    this.#pushedStart = frame;
    this.#pushed({ frame, isStart: true });
  }

  /**
   * @throws {RangeError} when no open IPU started at `start`, or the end is not after it and at or after frame `now`
   */
  pushEnd(start: number, frame: number, now: number): void {
    if (this.#pushedStart !== start || frame <= start || frame < now) {
      throw new RangeError(`no IPU of the ${this.role} from frame ${start} can end at frame ${frame}`);
    }
    this.#pushedStart = undefined;
    this.#pushed({ frame, isStart: false });
  }

  /** Ends an open IPU at the end of the call. */
  endAt(frame: number): void {
    const start = this.#pushedStart;
    if (start !== undefined) this.pushEnd(start, Math.max(frame, start + 1), frame);
  }

  /** Applies an IPU end at exactly this frame; returns true if there was one. */
  applyEnd(frame: number): boolean {
    const boundary = this.#boundaries[0];
    if (boundary?.frame !== frame || boundary.isStart) return false;
    this.#boundaries.shift();
    this.#open!.endIpu(frame);
    return true;
  }

  /** Applies an IPU start at exactly this frame; returns true if there was one. */
  applyStart(frame: number): boolean {
    const boundary = this.#boundaries[0];
    if (boundary?.frame !== frame) return false;
    this.#boundaries.shift();
    if (this.#open && this.#open.end === undefined) {
      this.#open.startIpu(frame);
    } else {
      const group = new IpuGroup(this.role, frame, this.#spokenUpTo(frame));
      if (this.#open) this.#open.following = group;
      this.#open = group;
      this.#waiting.push(group);
    }
    return true;
  }

  closeIfSilent(now: number): void {
    this.#open?.closeIfSilent(now, this.#rules.groupSilence);
  }

  /** Returns the frames of earlier speech without a silence before this frame that gives up the floor. */
  #spokenUpTo(frame: number): number {
    const before = this.#open;
    if (before?.end === undefined || frame - before.end > this.#rules.keptFloorSilence) return 0;
    return before.spokenBefore(frame);
  }

  #pushed(boundary: Boundary): void {
    this.#lastPushed = boundary.frame;
    this.#boundaries.push(boundary);
  }
}
