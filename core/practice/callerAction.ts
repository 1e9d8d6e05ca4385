import type { Outcome } from '../model/scenario.ts';
import type { CallerLine } from '../model/scenarioLines.ts';
import type { Answer, AnswerEffect } from './answerEffect.ts';

/** An action of the simulated caller at a time in seconds. `heat` is the caller's anger afterwards, 0…1. */
export type CallerAction =
  | {
      readonly type: 'say';
      readonly at: number;
      readonly line: CallerLine;
      readonly seconds: number;
      readonly heat: number;
    }
  /** The line becomes louder by this many dB while the trainee speaks over it; 0 restores the original level. */
  | { readonly type: 'gain'; readonly at: number; readonly byDb: number }
  /** The line stops mid-sentence, because the trainee talked over it. */
  | { readonly type: 'talked-over'; readonly at: number; readonly heat: number }
  | {
      readonly type: 'answered';
      readonly at: number;
      readonly answer: Answer;
      readonly effect: AnswerEffect;
      readonly heat: number;
    }
  /** Always the last action. */
  | { readonly type: 'ended'; readonly at: number; readonly outcome: Outcome; readonly heat: number };
