import type { Role } from '../../model/role.ts';

/** Speech of one speaker bounded by silence, in frames; `end` is missing while it continues. */
export interface Ipu {
  readonly start: number;
  readonly end: number | undefined;
}

/** IPUs of one speaker separated only by short silences: one attempt to speak. All times are frames. */
export class IpuGroup {
  readonly role: Role;
  readonly ipus: Ipu[];
  /** The speaker's next group. */
  following: IpuGroup | undefined;
  readonly #spokenBefore: number;
  #end: number | undefined;

  /** @param spokenBefore frames the speaker has already spoken without a silence that gives up the floor */
  constructor(role: Role, start: number, spokenBefore = 0) {
    this.role = role;
    this.#spokenBefore = spokenBefore;
    this.ipus = [{ start, end: undefined }];
  }

  get start(): number {
    return this.ipus[0]!.start;
  }

  /** Missing until the silence after it is too long for another IPU to join. */
  get end(): number | undefined {
    return this.#end;
  }

  get lastIpu(): Ipu {
    return this.ipus[this.ipus.length - 1]!;
  }

  startIpu(start: number): void {
    this.ipus.push({ start, end: undefined });
  }

  endIpu(end: number): void {
    this.ipus[this.ipus.length - 1] = { start: this.lastIpu.start, end };
  }

  /** Fixes the end once no IPU can join the group, given all boundaries before frame `now`. */
  closeIfSilent(now: number, groupSilence: number): void {
    const lastEnd = this.lastIpu.end;
    if (lastEnd !== undefined && now > lastEnd + groupSilence) this.#end = lastEnd;
  }

  /** Returns the end or, if it is unknown, its earliest possible frame, given all boundaries before frame `now`. */
  earliestEnd(now: number): number {
    return this.#end ?? this.lastIpu.end ?? now;
  }

  /** Returns the frames of the group's speech before this frame. */
  speechBefore(frame: number): number {
    return this.ipus.reduce((sum, ipu) => sum + Math.max(0, Math.min(ipu.end ?? frame, frame) - ipu.start), 0);
  }

  /**
   * Returns the frames spoken before this frame, in this group and in preceding ones during which the floor was held.
   */
  spokenBefore(frame: number): number {
    return this.#spokenBefore + this.speechBefore(frame);
  }
}

/** Returns true if `first` ends before `second`, and false if it ends with or after it; missing while undecided. */
export function endsBefore(first: IpuGroup, second: IpuGroup, now: number): boolean | undefined {
  if (first.end !== undefined && second.earliestEnd(now) > first.end) return true;
  if (second.end !== undefined && first.earliestEnd(now) >= second.end) return false;
  return undefined;
}
