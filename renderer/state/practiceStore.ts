import { create } from 'zustand';
import type {
  OpenedAttempt,
  PracticeCatalogue,
  PracticeProgress,
  SavedAttempt,
} from '../../contract/practiceContract.ts';
import type { AppErrorData } from '../../core/model/appError.ts';
import type { Exercise } from '../../core/model/practiceAttempt.ts';
import type { RunningAttempt } from './practiceRun.ts';

type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'starting'; readonly exercise: Exercise }
  | { readonly phase: 'running' | 'stopping'; readonly attempt: RunningAttempt };

/** An attempt on the screen, with the others at the same exercise. */
export interface AttemptInView {
  readonly attempt: OpenedAttempt;
  /** Earlier attempts at the same exercise, newest first. */
  readonly earlier: readonly SavedAttempt[];
}

/** A voice of the operating system. */
export interface SystemVoiceName {
  readonly id: string;
  readonly name: string;
}

/** The voice of the simulated caller. */
export type VoiceChoice = { readonly kind: 'clips' } | { readonly kind: 'system'; readonly voiceId: string };

/** The problems of files that were opened as a scenario. */
export interface ScenarioTrouble {
  readonly file: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

interface PracticeState {
  /** Undefined until the host has answered. */
  readonly catalogue: PracticeCatalogue | undefined;
  readonly progress: PracticeProgress | undefined;
  readonly run: RunState;
  readonly opened: AttemptInView | undefined;
  readonly voice: VoiceChoice;
  /** The trainee's voice is recorded for playback, only on request and only while the page is open. */
  readonly savesVoice: boolean;
  /** Voices of this computer; empty if it has none. */
  readonly systemVoices: readonly SystemVoiceName[];
  readonly scenarioTrouble: ScenarioTrouble | undefined;
  readonly error: AppErrorData | undefined;
}

export const usePracticeStore = create<PracticeState>()(() => ({
  catalogue: undefined,
  progress: undefined,
  run: { phase: 'idle' },
  opened: undefined,
  voice: { kind: 'clips' },
  savesVoice: false,
  systemVoices: [],
  scenarioTrouble: undefined,
  error: undefined,
}));
