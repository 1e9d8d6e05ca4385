import type { CallMetrics } from '../../model/callEvent.ts';
import { lineClip } from '../../model/clipManifest.ts';
import type { PracticeEvent, PracticeNow } from '../../model/practiceEvent.ts';
import type { Outcome } from '../../model/scenario.ts';
import { toHundredth } from '../../report/rounding.ts';
import { AttemptCurveRecorder } from '../attemptCurve.ts';
import type { CallerAction } from '../callerAction.ts';
import { scenarioScore, tryNext } from '../scenarioScore.ts';
import { type StormOptions, StormSimulator } from '../stormSimulator.ts';
import { type TraineeReading, traineeReading, usualRate } from '../traineeReading.ts';
import { turningPoint } from '../turningPoint.ts';
import { type AttemptResult, type ExerciseRun, nowOf, unscored } from './exerciseRun.ts';

/** An attempt at a scenario. */
export class ScenarioRun implements ExerciseRun {
  readonly #scenarioId: string;
  readonly #storm: StormSimulator;
  readonly #curve = new AttemptCurveRecorder();
  readonly #actions: CallerAction[] = [];
  #bleeds = false;
  #seconds = 0;

  constructor(options: StormOptions) {
    this.#scenarioId = options.scenario.id;
    this.#storm = new StormSimulator(options);
  }

  get isOver(): boolean {
    return this.#storm.isOver;
  }

  push(metrics: CallMetrics): readonly PracticeEvent[] {
    if (this.isOver) return [];
    const reading = traineeReading(metrics);
    const actions = this.#storm.push(reading);
    this.#actions.push(...actions);
    this.#curve.push(reading, this.#storm.heat);
    this.#seconds = reading.at;
    const foundBleed = !this.#bleeds && metrics.notice === 'bleed';
    this.#bleeds ||= foundBleed;
    return [
      ...actions.flatMap((action) => this.#event(action)),
      ...(foundBleed ? [{ type: 'bleed', at: reading.at } as const] : []),
      this.#now(reading, metrics),
    ];
  }

  lineFinished(clip: string): void {
    this.#storm.lineFinished(clip.slice(lineClip(this.#scenarioId, '').length));
  }

  result(): AttemptResult {
    const answers = this.#actions.flatMap((action) => (action.type === 'answered' ? [action.answer] : []));
    const talkOvers = this.#actions.filter(({ type }) => type === 'talked-over').length;
    const score = scenarioScore(answers, talkOvers);
    const reason = answers.length === 0 ? 'not-enough-speech' : 'no-baseline';
    const hasScore = score.score !== undefined && !this.#bleeds && this.isOver;
    const { soft, pace, wait } = score;
    return {
      ...unscored,
      durationSeconds: this.#seconds,
      score: hasScore ? score.score! : null,
      noScore: hasScore ? null : this.#bleeds ? 'bleed' : this.isOver ? reason : 'stopped',
      outcome: this.#outcome(),
      measures: {
        ...(soft === undefined ? {} : { soft }),
        ...(pace === undefined ? {} : { pace }),
        ...(wait === undefined ? {} : { wait }),
      },
      talkOvers,
      turnedAt: turningPoint(this.#actions),
      tryNext: answers.length > 0 || talkOvers > 0 ? tryNext(score) : null,
      curve: this.#curve.curve,
    };
  }

  #outcome(): Outcome | null {
    const last = this.#actions.at(-1);
    return last?.type === 'ended' ? last.outcome : null;
  }

  #event(action: CallerAction): readonly PracticeEvent[] {
    const { at } = action;
    switch (action.type) {
      case 'say': {
        const { id, text, intensity } = action.line;
        return [{ type: 'say', at, clip: lineClip(this.#scenarioId, id), text, intensity }];
      }
      case 'gain':
        return [action];
      case 'talked-over':
        return [
          { type: 'break-off', at },
          { type: 'talked-over', at },
        ];
      case 'ended':
        return [{ type: 'over', at, outcome: action.outcome }];
      case 'answered':
        return [];
    }
  }

  #now(reading: TraineeReading, metrics: CallMetrics): PracticeNow {
    return {
      ...nowOf(reading, usualRate(metrics)),
      floor: metrics.floor,
      heat: toHundredth(this.#storm.heat),
      intensity: this.#storm.intensity,
      talksOver: reading.speaking && this.#storm.isSpeaking,
    };
  }
}
