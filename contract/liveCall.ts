import type { AppErrorData } from '../core/model/appError.ts';
import type { CallEvent, CallMetrics, FloorState } from '../core/model/callEvent.ts';
import type { CallMark } from '../core/model/callMark.ts';
import type { WaveState } from '../core/model/callReport.ts';
import type { Cue } from '../core/model/cue.ts';
import { withCueMarked } from '../core/model/cueMark.ts';
import type { Role } from '../core/model/role.ts';
import type { LiveEvent, LiveSession } from './liveContract.ts';

/** The caller's wave at one second of the call. Height 0…1, undefined while unknown. */
export interface WavePoint {
  readonly at: number;
  readonly height: number | undefined;
  readonly state: WaveState;
}

interface SourceTrouble {
  readonly state: 'stalled' | 'lost';
  readonly message: string;
}

/** The state of a live call, accumulated from its events, for any follower: a screen, the tray, the command line. */
export interface LiveCall {
  readonly session: LiveSession;
  readonly metrics: CallMetrics | undefined;
  /** The floor light; undefined without caller audio. */
  readonly floor: FloorState | undefined;
  readonly wave: WaveState;
  /** One point per second, oldest first, at most `waveMemorySeconds`. */
  readonly waveHistory: readonly WavePoint[];
  /** The one cue on the screen. */
  readonly cue: Cue | undefined;
  /** The agent's marks, oldest first. */
  readonly marks: readonly CallMark[];
  /** The day to follow the call up, if this page set it. */
  readonly followUpOn: string | null;
  /** The latest cue that was shown, even if it has left the screen; it can be marked wrong. */
  readonly lastCue: Cue | undefined;
  readonly sourceTroubles: Readonly<Partial<Record<Role, SourceTrouble>>>;
  /** The state of the call's recording; undefined if no recording was requested. */
  readonly recording: { readonly state: 'on' | 'paused' | 'failed'; readonly message: string } | undefined;
  /** Speech of the agent heard so far; undefined if this page joined during the call and cannot know. */
  readonly agentSpeechSeconds: number | undefined;
  readonly outcome: { readonly callId: string } | { readonly error: AppErrorData } | undefined;
}

export const waveMemorySeconds = 150;
const joinedLateSeconds = 2;
/** There are ten readings per second; a longer step is a gap in the readings, not speech. */
const longestStepSeconds = 0.5;

export function newLiveCall(session: LiveSession): LiveCall {
  return {
    session,
    metrics: undefined,
    floor: undefined,
    wave: 'level',
    waveHistory: [],
    cue: undefined,
    marks: [],
    followUpOn: null,
    lastCue: undefined,
    sourceTroubles: {},
    recording: undefined,
    agentSpeechSeconds: 0,
    outcome: undefined,
  };
}

/** Returns the live call after one more event from the host. */
export function afterLiveEvent(call: LiveCall, event: LiveEvent): LiveCall {
  switch (event.type) {
    case 'call':
      return afterCallEvent(call, event.event);
    case 'source': {
      const { [event.role]: _before, ...others } = call.sourceTroubles;
      const { role, state, message } = event;
      return { ...call, sourceTroubles: state === 'ok' ? others : { ...others, [role]: { state, message } } };
    }
    case 'recording':
      return { ...call, recording: { state: event.state, message: event.message } };
    case 'mark':
      return { ...call, marks: [...call.marks, event.mark] };
    case 'cue-marked': {
      const [lastCue] = (call.lastCue && withCueMarked([call.lastCue], event.mark)) ?? [call.lastCue];
      return { ...call, lastCue };
    }
    case 'ended':
      return { ...call, outcome: { callId: event.callId } };
    case 'failed':
      return { ...call, outcome: { error: event.error } };
  }
}

function afterCallEvent(call: LiveCall, event: CallEvent): LiveCall {
  switch (event.type) {
    case 'metrics':
      return afterMetrics(call, event);
    case 'floor':
      return { ...call, floor: event.state };
    case 'wave':
      return { ...call, wave: event.state };
    case 'cue':
      return event.cue.shown ? { ...call, cue: event.cue, lastCue: event.cue } : call;
    case 'cue-ended':
      return call.cue?.kind === event.kind ? { ...call, cue: undefined } : call;
    default:
      return call;
  }
}

function afterMetrics(call: LiveCall, metrics: CallMetrics): LiveCall {
  const wave = metrics.wave ?? call.wave;
  return {
    ...call,
    metrics,
    wave,
    floor: metrics.floor ?? undefined,
    waveHistory: withWavePoint(call.waveHistory, {
      at: metrics.at,
      height: metrics.waveHeight ?? undefined,
      state: wave,
    }),
    agentSpeechSeconds: speechSecondsAfter(call, metrics),
  };
}

function withWavePoint(history: readonly WavePoint[], point: WavePoint): readonly WavePoint[] {
  const last = history.at(-1);
  if (last !== undefined && Math.floor(point.at) <= Math.floor(last.at)) return history;
  return [...history.filter((earlier) => earlier.at > point.at - waveMemorySeconds), point];
}

function speechSecondsAfter(call: LiveCall, metrics: CallMetrics): number | undefined {
  if (call.metrics === undefined) return metrics.at > joinedLateSeconds ? undefined : 0;
  if (call.agentSpeechSeconds === undefined || metrics.agent?.speaking !== true) return call.agentSpeechSeconds;
  return call.agentSpeechSeconds + Math.min(longestStepSeconds, Math.max(0, metrics.at - call.metrics.at));
}
