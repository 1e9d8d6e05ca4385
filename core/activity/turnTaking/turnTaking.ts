import type { CallConfig } from '../../config/callConfig.ts';
import { type Role, roles } from '../../model/role.ts';
import { framesOf, secondsOf } from '../../stream/frameTime.ts';
import type { Stage } from '../../stream/stage.ts';
import { isBackchannel } from './backchannel.ts';
import { endsBefore, type IpuGroup } from './ipuGroup.ts';
import { type GroupPair, measureOverlap } from './overlapMeasure.ts';
import { SpeakerGroups } from './speakerGroups.ts';
import { backchannelOf, turnOf } from './turnOf.ts';
import { longestWait, type TurnRules, turnRulesInFrames } from './turnRules.ts';
import type { TurnTakingEvent, TurnTakingInput } from './turnTakingEvent.ts';

/**
 * Derives turns, floor transfers, overlaps and dead air from the parties' IPUs, each as soon as it is final.
 *
 * IPUs up to 0.5 s apart form a group, one attempt to speak. The last speaker holds the floor, unless they only gave a
 * backchannel. A group that starts during the other's silence takes the floor. One that starts during the other's group
 * takes it by outlasting that group; otherwise it is a turn without the floor, inside the other's turn. Dead air before
 * the first and after the last speech of a call does not count. With only one party there are just turns, each ended by
 * a long silence.
 *
 * Works frame by frame, so that neither the order in which boundaries of different speakers arrive nor the resolution
 * of `decided` changes the events or their order. Only open turns and overlaps are held in memory.
 */
export class TurnTaking implements Stage<TurnTakingInput, TurnTakingEvent> {
  readonly #rules: TurnRules;
  readonly #speakers: readonly SpeakerGroups[];
  /** All boundaries before this frame are known. */
  #now = 0;
  #lastSpeechEnd: number | undefined;
  /** Groups of the turn that has the floor, all of one speaker. */
  #turn: IpuGroup[] = [];
  #pairs: GroupPair[] = [];
  #events: TurnTakingEvent[] = [];

  /** @param parties the parties with audio */
  constructor(config: Pick<CallConfig, 'turns'>, parties: readonly Role[]) {
    this.#rules = turnRulesInFrames(config.turns);
    this.#speakers = roles.filter((role) => parties.includes(role)).map((role) => new SpeakerGroups(role, this.#rules));
  }

  /**
   * @throws {RangeError} for a party without audio, a boundary earlier than the decided time, or IPUs of one speaker
   *   out of order
   */
  push(input: TurnTakingInput): readonly TurnTakingEvent[] {
    if (input.type === 'decided') return this.#advanceTo(framesOf(input.until));
    const speaker = this.#speaker(input.role);
    if (!speaker) throw new RangeError(`the ${input.role} is not heard in this call`);
    const start = framesOf(input.start);
    if (input.type === 'ipu-start') speaker.pushStart(start, this.#now);
    else speaker.pushEnd(start, framesOf(input.end), this.#now);
    return [];
  }

  flush(): readonly TurnTakingEvent[] {
    for (const speaker of this.#speakers) speaker.endAt(this.#now);
    const lastBoundary = Math.max(this.#now, ...this.#speakers.map((speaker) => speaker.lastPushed));
    const events = this.#advanceTo(lastBoundary + longestWait(this.#rules));
    this.#endTurn();
    return [...events, ...this.#takeEvents()];
  }

  #advanceTo(until: number): readonly TurnTakingEvent[] {
    while (this.#now < until) {
      this.#applyBoundaries(this.#now);
      this.#now += 1;
      for (const speaker of this.#speakers) speaker.closeIfSilent(this.#now);
      while (this.#settleNextGroup());
      this.#pairs = this.#pairs.filter((pair) => !this.#settlePair(pair));
    }
    return this.#takeEvents();
  }

  #applyBoundaries(frame: number): void {
    for (const speaker of this.#speakers) {
      if (speaker.applyEnd(frame)) this.#lastSpeechEnd = frame;
    }
    const silent = this.#speakers.every((speaker) => !speaker.speaking);
    const started = this.#speakers.filter((speaker) => speaker.applyStart(frame)).length > 0;
    const silenceStart = this.#lastSpeechEnd;
    if (started && silent && this.#speakers.length > 1 && silenceStart !== undefined) {
      if (frame - silenceStart >= this.#rules.deadAir) {
        this.#events.push({
          type: 'dead-air',
          start: secondsOf(silenceStart),
          end: secondsOf(frame),
        });
      }
    }
  }

  /**
   * Assigns the earliest waiting group to a turn or a backchannel; returns false if there is none or too little is
   * known.
   */
  #settleNextGroup(): boolean {
    const holder = this.#holder;
    if (!holder) return this.#openFirstTurn();
    const listener = this.#speakers.find((speaker) => speaker !== holder);
    const own = holder.next;
    const other = listener?.next;
    if (listener && other && !(own && own.start <= other.start)) return this.#settleListener(listener, other, holder);
    return listener ? own !== undefined && this.#continueTurn(holder) : this.#settleLone(holder, own);
  }

  #openFirstTurn(): boolean {
    const first = this.#speakers
      .filter((speaker) => speaker.next)
      .reduce<SpeakerGroups | undefined>((a, b) => (a && a.next!.start <= b.next!.start ? a : b), undefined);
    return first !== undefined && this.#continueTurn(first);
  }

  #continueTurn(speaker: SpeakerGroups): boolean {
    this.#turn.push(this.#take(speaker, false));
    return true;
  }

  #settleLone(speaker: SpeakerGroups, next: IpuGroup | undefined): boolean {
    const end = this.#turn.at(-1)!.end;
    if (end !== undefined && (next?.start ?? this.#now - 1) - end > this.#rules.loneTurnSilence) {
      this.#endTurn();
      return true;
    }
    return next !== undefined && this.#continueTurn(speaker);
  }

  #settleListener(listener: SpeakerGroups, group: IpuGroup, holder: SpeakerGroups): boolean {
    const backchannel = isBackchannel(group, holder.recentIpus, this.#now, this.#rules);
    if (backchannel === undefined) return false;
    const turnEnd = this.#turn.at(-1)!;
    const takesFloor = !backchannel && endsBefore(turnEnd, group, this.#now);
    if (takesFloor === undefined) return false;
    this.#take(listener, backchannel);
    if (backchannel) {
      this.#events.push(backchannelOf(group));
    } else if (takesFloor) {
      this.#endTurn();
      this.#turn = [group];
      const frames = group.start - turnEnd.end!;
      this.#events.push({
        type: 'floor-transfer',
        from: holder.role,
        to: listener.role,
        at: secondsOf(group.start),
        seconds: secondsOf(frames),
        latch: Math.abs(frames) <= this.#rules.latch,
      });
    } else {
      this.#emitTurn([group]);
    }
    return true;
  }

  #take(speaker: SpeakerGroups, isBackchannel: boolean): IpuGroup {
    const later = speaker.take();
    const earlier = this.#speakers.find((other) => other !== speaker)?.taken;
    if (earlier) this.#pairs.push({ earlier, later, laterIsBackchannel: isBackchannel });
    return later;
  }

  /** Returns true once the pair is settled, with or without an overlap. */
  #settlePair(pair: GroupPair): boolean {
    const overlap = measureOverlap(pair, this.#now, this.#rules);
    if (overlap) {
      this.#events.push({
        type: 'overlap',
        start: secondsOf(overlap.start),
        end: secondsOf(overlap.end),
        startedBy: pair.later.role,
        kind: overlap.kind,
        successful: overlap.successful,
        yieldSeconds: overlap.yieldFrames === undefined ? undefined : secondsOf(overlap.yieldFrames),
      });
    }
    return overlap !== undefined;
  }

  #endTurn(): void {
    if (this.#turn.length > 0) this.#emitTurn(this.#turn);
    this.#turn = [];
  }

  #emitTurn(groups: readonly IpuGroup[]): void {
    this.#events.push(turnOf(groups, this.#rules.pauseMin));
  }

  /** The speaker whose turn it is. */
  get #holder(): SpeakerGroups | undefined {
    const group = this.#turn[0];
    return group && this.#speaker(group.role);
  }

  #speaker(role: Role): SpeakerGroups | undefined {
    return this.#speakers.find((speaker) => speaker.role === role);
  }

  #takeEvents(): readonly TurnTakingEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
