import type { CallMetrics } from '../../model/callEvent.ts';
import type { Drill } from '../../model/drill.ts';
import { keysOf } from '../../model/keysOf.ts';
import type { Practice } from '../../model/practice.ts';
import type { PracticeEvent } from '../../model/practiceEvent.ts';
import { toHundredth } from '../../report/rounding.ts';
import { AttemptCurveRecorder } from '../attemptCurve.ts';
import { DrillRun } from '../drills/drillRun.ts';
import { traineeReading, usualRate } from '../traineeReading.ts';
import { type AttemptResult, type ExerciseRun, nowOf, unscored } from './exerciseRun.ts';

/** Seconds to get ready before a drill begins. */
const LEAD_SECONDS = 3;

/** An attempt at a drill. */
export class DrillPractice implements ExerciseRun {
  readonly #drill: Drill;
  readonly #run: DrillRun;
  readonly #curve = new AttemptCurveRecorder();
  #at = -LEAD_SECONDS;
  #phase = -1;
  #bleeds = false;

  constructor(drill: Drill) {
    this.#drill = drill;
    this.#run = new DrillRun(drill);
  }

  get isOver(): boolean {
    return this.#at >= this.#run.seconds;
  }

  push(metrics: CallMetrics): readonly PracticeEvent[] {
    if (this.isOver) return [];
    const heard = traineeReading(metrics);
    const reading = { ...heard, at: heard.at - LEAD_SECONDS };
    this.#at = reading.at;
    const hasBegun = this.#at > 0;
    const now = hasBegun ? this.#run.push(reading) : undefined;
    if (hasBegun) this.#curve.push(reading);
    const events: PracticeEvent[] = [];
    if (!this.#bleeds && metrics.notice === 'bleed') {
      this.#bleeds = true;
      events.push({ type: 'bleed', at: this.#at });
    }
    if (now && now.phase !== this.#phase) {
      this.#phase = now.phase;
      const phase = this.#drill.phases[now.phase];
      if (phase?.kind === 'caller') {
        events.push({ type: 'say', at: this.#at, clip: phase.clip, text: '', intensity: null });
      }
    }
    events.push({
      ...nowOf(reading, usualRate(metrics) * this.#drill.targetPaceRatio),
      floor: metrics.floor,
      paceRatio: toHundredth(now ? now.paceRatio : reading.paceRatio),
      phase: now?.phase ?? null,
      phaseSeconds: toHundredth(now?.phaseSeconds),
      talksOver: now?.talksOver ?? false,
    });
    if (this.isOver) events.push({ type: 'over', at: this.#at, outcome: null });
    return events;
  }

  result(): AttemptResult {
    const { score, noScore: unscorable, measures } = this.#run.result();
    const noScore = this.#bleeds ? 'bleed' : this.isOver ? (unscorable ?? null) : 'stopped';
    return {
      ...unscored,
      durationSeconds: Math.max(0, this.#at),
      score: noScore ? null : (score ?? null),
      noScore,
      measures,
      tryNext: noScore === null ? this.#tryNext(measures) : null,
      curve: this.#curve.curve,
    };
  }

  /** Returns the practice whose measure cost the most points. */
  #tryNext(measures: ReturnType<DrillRun['result']>['measures']): Practice {
    const practiceOf = {
      soft: 'speak-softly',
      pace: 'slow-down',
      contour: 'steady-tone',
      listening: 'do-not-interrupt',
      timing: 'wait-for-the-pause',
    } as const;
    const counted = keysOf(this.#drill.weights);
    const [worst] = counted.toSorted((a, b) => (measures[a] ?? 1) - (measures[b] ?? 1));
    return worst && (measures[worst] ?? 1) < 0.9 ? practiceOf[worst] : 'keep-practising';
  }
}
