import type { Role } from '../../model/role.ts';

/** Speech of one speaker bounded by silence, in frames; `end` is missing while it goes on. */
export interface Ipu {
  readonly start: number;
  readonly end: number | undefined;
}

/** IPUs of one speaker separated by short silences only: one attempt to speak. All times are frames. */
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

  /** Known once the silence after it is too long for another IPU to join. */
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

  /** Fixes the end if, with all known before frame `now`, no IPU can join any more. */
  closeIfSilent(now: number, groupSilence: number): void {
    const lastEnd = this.lastIpu.end;
    if (lastEnd !== undefined && now > lastEnd + groupSilence) this.#end = lastEnd;
  }

  /** The end or, as long as it is not known, the earliest it can be with all known before frame `now`. */
  earliestEnd(now: number): number {
    return this.#end ?? this.lastIpu.end ?? now;
  }

  /** Frames of the group's speech before this frame. */
  speechBefore(frame: number): number {
    return this.ipus.reduce((sum, ipu) => sum + Math.max(0, Math.min(ipu.end ?? frame, frame) - ipu.start), 0);
  }

  /** Frames spoken before this frame, in this group and in those that led to it with the floor kept. */
  spokenBefore(frame: number): number {
    return this.#spokenBefore + this.speechBefore(frame);
  }
}

/** True if `first` ends before `second`, false if it does not or they end together; missing while that is open. */
export function endsBefore(first: IpuGroup, second: IpuGroup, now: number): boolean | undefined {
  if (first.end !== undefined && second.earliestEnd(now) > first.end) return true;
  if (second.end !== undefined && first.earliestEnd(now) >= second.end) return false;
  return undefined;
}
