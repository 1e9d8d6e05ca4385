import type { OverlapKind, Span } from '../../model/callReport.ts';
import type { Role } from '../../model/role.ts';

/** What the speech activity of the two parties reports. All times are seconds from the start of the call. */
export type TurnTakingInput =
  | { readonly type: 'ipu-start'; readonly role: Role; readonly start: number }
  | { readonly type: 'ipu-end'; readonly role: Role; readonly start: number; readonly end: number }
  /** Every IPU boundary of every party before `until` has been pushed. */
  | { readonly type: 'decided'; readonly until: number };

/**
 * Consecutive IPUs of one speaker that no turn of the other interrupts. An attempt to speak that did not win the floor
 * is a turn too, inside the turn of the one who kept it.
 */
export interface TurnEvent {
  readonly type: 'turn';
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly ipus: readonly Span[];
  /** The speaker's own silences of 250 ms and more inside the turn. */
  readonly pauses: readonly Span[];
}

/** Short speech of a listener who left the other the floor; no turn. */
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
  /** The new turn's start less the old turn's end; negative is overlap. */
  readonly seconds: number;
  /** Within ± 120 ms: no gap and no overlap a listener would notice. */
  readonly latch: boolean;
}

/** One event for each attempt to speak that met the other's speech for 120 ms or more. */
export interface OverlapEvent {
  readonly type: 'overlap';
  /** First and last moment at which both spoke. */
  readonly start: number;
  readonly end: number;
  /** Who began to speak while the other was speaking. */
  readonly startedBy: Role;
  readonly kind: OverlapKind;
  /** Of an interruption: the other stopped within 2 s and the interrupter spoke on for 1 s. Missing for other kinds. */
  readonly successful: boolean | undefined;
  /**
   * Of an interruption or a plain overlap: from its start until one of the two stopped and the other went on. Missing
   * for other kinds and where nobody yielded, both having stopped within 120 ms of each other.
   */
  readonly yieldSeconds: number | undefined;
}

/** Nobody spoke for 4 s or more, between speech before and speech after. */
export interface DeadAirEvent {
  readonly type: 'dead-air';
  readonly start: number;
  readonly end: number;
}

export type TurnTakingEvent = TurnEvent | BackchannelEvent | FloorTransferEvent | OverlapEvent | DeadAirEvent;
