import type { CallConfig } from '../config/callConfig.ts';
import type { WaveState } from '../model/callReport.ts';
import { type CueKind, cueKinds } from '../model/cue.ts';
import type { ThresholdReading } from './hysteresis.ts';

/** Input of the cue rules, one per frame. An unknown or untrusted reading is missing. */
export interface CoachingFrame {
  /** Seconds from the start of the call. */
  readonly at: number;
  readonly agentSpeaking: boolean;
  readonly callerSpeaking: boolean;
  /** The agent's vocal effort relative to their baseline. */
  readonly effortDb: number | undefined;
  /** The agent's effort over the last 400 ms, estimated from the level; known while they talk over the caller. */
  readonly momentaryEffortDb: number | undefined;
  /** The agent's rate over the last 8 s of their speech, in syllables per second. */
  readonly rushedRate: number | undefined;
  /** The agent's usual rate, in syllables per second; missing without a personal baseline. */
  readonly baselineRate: number | undefined;
  /** The agent's pitch relative to their baseline. */
  readonly pitchSemitones: number | undefined;
  /** Duration so far of an overlap the agent started. Like the next three, it is missing without caller audio. */
  readonly agentOverlapSeconds: number | undefined;
  /** Seconds since anyone spoke. */
  readonly silenceSeconds: number | undefined;
  readonly wave: WaveState | undefined;
  readonly waveHeight: number | undefined;
}

/** The part of the configuration that the rules use. */
export type CueConfig = Pick<CallConfig, 'cues' | 'level' | 'rate' | 'wave'>;

/** The rule of one kind of cue. */
export interface CueRule {
  readonly kind: CueKind;
  /** Metric of the evidence's value. */
  readonly metric: string;
  /** Time in which the condition runs: during the agent's speech only, or throughout the call. */
  readonly time: 'agent-speech' | 'call';
  readonly onSeconds: number;
  read(frame: CoachingFrame): ThresholdReading | undefined;
  /** Returns how many seconds of sound a value covers. */
  lookBackSeconds(value: number): number;
  /** Returns true if the agent could act on the cue at this moment. */
  isTimely(frame: CoachingFrame): boolean;
}

/** Returns the rules by priority. */
export function cueRules({ cues, level, rate, wave }: CueConfig): readonly CueRule[] {
  const whileAgentSpeaks = (frame: CoachingFrame) => frame.agentSpeaking;
  const of = (value: number | undefined, on: number, off: number) =>
    value === undefined ? undefined : { value, on, off };
  const rules: Readonly<Record<CueKind, Omit<CueRule, 'kind'>>> = {
    'let-them-finish': {
      metric: 'agentOverlapSeconds',
      time: 'call',
      onSeconds: 0,
      read(frame) {
        const { overlapSeconds, backchannelOverlapSeconds, backchannelEffortDb } = cues.letThemFinish;
        const isQuiet = frame.momentaryEffortDb !== undefined && frame.momentaryEffortDb <= backchannelEffortDb;
        const on = isQuiet ? backchannelOverlapSeconds : overlapSeconds;
        return of(frame.agentOverlapSeconds, on, overlapSeconds);
      },
      lookBackSeconds: (value) => value,
      isTimely: (frame) => frame.agentSpeaking && frame.callerSpeaking,
    },
    softer: {
      metric: 'effortDb',
      time: 'agent-speech',
      onSeconds: cues.softer.onSeconds,
      read: (frame) => of(frame.effortDb, cues.softer.on, cues.softer.off),
      lookBackSeconds: () => level.activeWindowSeconds,
      isTimely: whileAgentSpeaks,
    },
    slower: {
      metric: 'articulationRate',
      time: 'agent-speech',
      onSeconds: cues.slower.onSeconds,
      read(frame) {
        const { on, off } = cues.slower;
        const usualRate = frame.baselineRate ?? rate.absoluteFast / on;
        return of(frame.rushedRate, on * usualRate, off * usualRate);
      },
      lookBackSeconds: () => rate.rushedWindowSpeechSeconds,
      isTimely: whileAgentSpeaks,
    },
    'dead-air': {
      metric: 'silenceSeconds',
      time: 'call',
      onSeconds: 0,
      read: (frame) => of(frame.silenceSeconds, cues.deadAirSeconds, cues.deadAirSeconds),
      lookBackSeconds: (value) => value,
      isTimely: (frame) => !frame.agentSpeaking && !frame.callerSpeaking,
    },
    'pitch-raised': {
      metric: 'pitchSemitones',
      time: 'agent-speech',
      onSeconds: cues.pitchRaised.onSeconds,
      read: (frame) => of(frame.pitchSemitones, cues.pitchRaised.on, cues.pitchRaised.off),
      lookBackSeconds: () => 0,
      isTimely: whileAgentSpeaks,
    },
    hold: {
      metric: 'waveHeight',
      time: 'call',
      onSeconds: 0,
      read: (frame) => of(frame.wave === 'peak' ? frame.waveHeight : 0, wave.peakFloor, wave.peakFloor),
      lookBackSeconds: () => wave.fastSeconds,
      isTimely: (frame) => frame.callerSpeaking && !frame.agentSpeaking,
    },
    louder: {
      metric: 'effortDb',
      time: 'agent-speech',
      onSeconds: cues.louder.onSeconds,
      read: (frame) => of(frame.effortDb, cues.louder.on, cues.louder.off),
      lookBackSeconds: () => level.activeWindowSeconds,
      isTimely: whileAgentSpeaks,
    },
  };
  return cueKinds.map((kind) => ({ kind, ...rules[kind] }));
}
