import type { CallConfig } from '../config/callConfig.ts';
import type { WaveState } from '../model/callReport.ts';
import { type CueKind, cueKinds } from '../model/cue.ts';
import type { ThresholdReading } from './hysteresis.ts';

/** What the cues are decided on, once a frame. A reading that is unknown or cannot be trusted is missing. */
export interface CoachingFrame {
  /** Seconds from the start of the call. */
  readonly at: number;
  readonly agentSpeaking: boolean;
  readonly customerSpeaking: boolean;
  /** The agent's vocal effort against their baseline. */
  readonly effortDb: number | undefined;
  /** The agent's effort over the last 400 ms as far as the level tells it; known while they talk over the customer. */
  readonly momentaryEffortDb: number | undefined;
  /** The agent's, syllables a second over the last 8 s of their speech. */
  readonly rushedRate: number | undefined;
  /** The agent's usual rate, syllables a second; missing without a personal baseline. */
  readonly baselineRate: number | undefined;
  /** The agent's pitch against their baseline. */
  readonly pitchSemitones: number | undefined;
  /**
   * Running length of an overlap the agent started; missing where the customer is not heard, as are the three below.
   */
  readonly agentOverlapSeconds: number | undefined;
  /** Seconds since anyone spoke. */
  readonly silenceSeconds: number | undefined;
  readonly wave: WaveState | undefined;
  readonly waveHeight: number | undefined;
}

/** What the rules go by. */
export type CueConfig = Pick<CallConfig, 'cues' | 'level' | 'rate' | 'wave'>;

/** When a cue of one kind is due. */
export interface CueRule {
  readonly kind: CueKind;
  /** What the value of the evidence is. */
  readonly metric: string;
  /** Whether the condition's time runs in agent speech alone or all through the call. */
  readonly time: 'agent-speech' | 'call';
  readonly onSeconds: number;
  read(frame: CoachingFrame): ThresholdReading | undefined;
  /** How far back the sound lies that a value sums up. */
  lookBackSeconds(value: number): number;
  /** Whether the agent could act on it at this moment. */
  isTimely(frame: CoachingFrame): boolean;
}

/** The rules by priority. */
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
      isTimely: (frame) => frame.agentSpeaking && frame.customerSpeaking,
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
      isTimely: (frame) => !frame.agentSpeaking && !frame.customerSpeaking,
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
      isTimely: (frame) => frame.customerSpeaking && !frame.agentSpeaking,
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
