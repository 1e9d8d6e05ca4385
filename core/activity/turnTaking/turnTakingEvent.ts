import type { OverlapKind, Span } from '../../model/callReport.ts';
import type { Role } from '../../model/role.ts';

/** Input of turn taking, from the speech activity of both parties. All times are seconds from the start of the call. */
export type TurnTakingInput =
  | { readonly type: 'ipu-start'; readonly role: Role; readonly start: number }
  | { readonly type: 'ipu-end'; readonly role: Role; readonly start: number; readonly end: number }
  /** Every IPU boundary of every party before `until` has been pushed. */
  | { readonly type: 'decided'; readonly until: number };

/**
 * Consecutive IPUs of one speaker that no turn of the other interrupts. An attempt to speak that did not win the floor
 * is also a turn, inside the turn of the party who held it.
 */
export interface TurnEvent {
  readonly type: 'turn';
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly ipus: readonly Span[];
  /** The speaker's own silences of 250 ms and more within the turn. */
  readonly pauses: readonly Span[];
}

/** Short speech of a listener who did not take the floor; not a turn. */
export interface BackchannelEvent {
  readonly type: 'backchannel';
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly ipus: readonly Span[];
}

/** The floor passed from one party to the other. */
export interface FloorTransferEvent {
  readonly type: 'floor-transfer';
  readonly from: Role;
  readonly to: Role;
  /** Start of the new turn. */
  readonly at: number;
  /** Start of the new turn minus end of the old one; negative for overlap. */
  readonly seconds: number;
  /** True within ±120 ms: a listener would notice neither a gap nor an overlap. */
  readonly latch: boolean;
}

/** One event for each attempt to speak that overlaps the other's speech for 120 ms or more. */
export interface OverlapEvent {
  readonly type: 'overlap';
  /** First and last moment at which both spoke. */
  readonly start: number;
  readonly end: number;
  /** The party that began to speak while the other was speaking. */
  readonly startedBy: Role;
  readonly kind: OverlapKind;
  /**
   * For an interruption, true if the other stopped within 2 s and the interrupter spoke on for 1 s; otherwise missing.
   */
  readonly successful: boolean | undefined;
  /**
   * For an interruption or a plain overlap, the time from its start until one party stopped and the other continued.
   * Missing for other kinds, and if nobody yielded because both stopped within 120 ms of each other.
   */
  readonly yieldSeconds: number | undefined;
}

/** Nobody spoke for 4 s or more, between two stretches of speech. */
export interface DeadAirEvent {
  readonly type: 'dead-air';
  readonly start: number;
  readonly end: number;
}

export type TurnTakingEvent = TurnEvent | BackchannelEvent | FloorTransferEvent | OverlapEvent | DeadAirEvent;
