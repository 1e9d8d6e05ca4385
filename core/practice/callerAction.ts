import type { Intensity, Outcome } from '../model/scenario.ts';
import type { CallerLine } from '../model/scenarioLines.ts';
import type { Answer, AnswerEffect } from './answerEffect.ts';

/** What the simulated caller does. `at` is in seconds of the call, `heat` how angry the caller is then, 0…1. */
export type CallerAction =
  | {
      readonly type: 'say';
      readonly at: number;
      readonly line: CallerLine;
      readonly seconds: number;
      readonly heat: number;
      readonly intensity: Intensity;
    }
  /** The line goes on louder, because somebody speaks over it; `lower` takes that back. */
  | { readonly type: 'raise'; readonly at: number; readonly byDb: number }
  | { readonly type: 'lower'; readonly at: number }
  /** The line ends in mid-sentence. */
  | { readonly type: 'break-off'; readonly at: number }
  | { readonly type: 'talked-over'; readonly at: number; readonly heat: number }
  /** The caller leaves the trainee the floor. */
  | { readonly type: 'yield'; readonly at: number }
  | {
      readonly type: 'answered';
      readonly at: number;
      readonly answer: Answer;
      readonly effect: AnswerEffect;
      readonly heat: number;
    }
  /** Always the last. */
  | { readonly type: 'ended'; readonly at: number; readonly outcome: Outcome; readonly heat: number };
