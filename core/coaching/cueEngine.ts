import type { CallConfig } from '../config/callConfig.ts';
import type { Cue, CueKind } from '../model/cue.ts';
import { framesOf, secondsOf } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { CueCondition } from './cueCondition.ts';
import { type CoachingFrame, cueRules } from './cueRules.ts';
import { movedThresholds } from './cueThresholds.ts';
import { Fading } from './fading.ts';

/**
 * A cue for the ledger, shown or held back, or the end of the visible one. A shown cue ends at `until`, unless an
 * earlier `cue-ended` pre-empts it.
 */
export type CueEvent =
  | { readonly type: 'cue'; readonly at: number; readonly cue: Cue }
  | { readonly type: 'cue-ended'; readonly at: number; readonly kind: CueKind };

/** Period of the limit of three cues per minute. */
const MINUTE = framesOf(60);

/**
 * Decides, frame by frame, which cue the agent sees: few, one at a time, by priority.
 *
 * Any two cues are at least 20 s apart and two of a kind 45 s, with at most three in any minute. A kind ignored three
 * times in a row rests for 3 minutes. Only "Let them finish" is exempt from the 20 s, since later it would be useless.
 * Cues fade while the agent needs none. The agent can switch off a kind, which is then never due, or all cues, which
 * are then held back. A cue that is due but held back enters the ledger once for each unbroken time its condition
 * holds. One push per frame.
 */
export class CueEngine implements Stage<CoachingFrame, CueEvent> {
  readonly #cues: CallConfig['cues'];
  readonly #isSilent: boolean;
  readonly #conditions: readonly CueCondition[];
  readonly #fading: Fading;
  /** Frame at which each kind was last shown. */
  readonly #shownAt = new Map<CueKind, number>();
  readonly #restsUntil = new Map<CueKind, number>();
  /** Frames at which the cues of the last minute were shown. */
  readonly #recent: number[] = [];
  #visible: { readonly kind: CueKind; readonly until: number } | undefined;
  #now = 0;

  constructor(config: Pick<CallConfig, 'cues' | 'cueChoices' | 'level' | 'rate' | 'wave'>) {
    this.#cues = config.cues;
    this.#isSilent = !config.cueChoices.isShown;
    this.#conditions = cueRules(movedThresholds(config))
      .filter(({ kind }) => config.cueChoices.enabled[kind])
      .map((rule) => new CueCondition(rule, config.cues));
    this.#fading = new Fading(config.cues.fading);
  }

  push(frame: CoachingFrame): readonly CueEvent[] {
    this.#now = framesOf(frame.at);
    const events: CueEvent[] = [];
    if (this.#visible && this.#now >= this.#visible.until) events.push(...this.#hide());
    while (this.#recent.length > 0 && this.#now - this.#recent[0]! > MINUTE) this.#recent.shift();
    for (const condition of this.#conditions) {
      const ignoredBefore = condition.ignoredInARow;
      condition.push(frame, this.#fading.factor);
      if (condition.ignoredInARow > ignoredBefore) this.#fading.end();
      this.#restIfIgnored(condition);
      if (!condition.isDue) continue;
      if (this.#mayShow(condition.rule.kind)) events.push(...this.#show(condition));
      else if (!condition.isLogged) events.push(this.#holdBack(condition));
    }
    // "Hold" is about the caller's wave, not about the agent's behaviour.
    this.#fading.push(
      frame,
      this.#conditions.every(({ isQuiet, rule }) => isQuiet || rule.kind === 'hold'),
    );
    return events;
  }

  flush(): readonly CueEvent[] {
    return this.#hide();
  }

  #mayShow(kind: CueKind): boolean {
    const { spacingSeconds, sameKindSpacingSeconds, maxPerMinute } = this.#cues;
    if (this.#isSilent) return false;
    const shownAt = this.#shownAt.get(kind) ?? Number.NEGATIVE_INFINITY;
    if (this.#now < (this.#restsUntil.get(kind) ?? 0)) return false;
    const { factor } = this.#fading;
    if (this.#now - shownAt < factor * framesOf(sameKindSpacingSeconds)) return false;
    if (this.#recent.length >= maxPerMinute) return false;
    if (kind === 'let-them-finish') return true;
    const lastShownAt = Math.max(...this.#shownAt.values());
    return !this.#visible && this.#now - lastShownAt >= factor * framesOf(spacingSeconds);
  }

  #show(condition: CueCondition): readonly CueEvent[] {
    const hidden = this.#hide();
    const { kind } = condition.rule;
    const until = this.#now + framesOf(this.#cues.shownSeconds);
    this.#visible = { kind, until };
    this.#shownAt.set(kind, this.#now);
    this.#recent.push(this.#now);
    condition.show();
    if (kind !== 'hold') this.#fading.stepBack();
    return [...hidden, this.#cueEvent(condition, true, until)];
  }

  #holdBack(condition: CueCondition): CueEvent {
    condition.holdBack();
    return this.#cueEvent(condition, false, this.#now);
  }

  #cueEvent(condition: CueCondition, shown: boolean, until: number): CueEvent {
    const at = secondsOf(this.#now);
    const evidence = condition.evidence(at);
    const { kind } = condition.rule;
    return {
      type: 'cue',
      at,
      cue: { kind, at, until: secondsOf(until), shown, markedWrong: false, evidence },
    };
  }

  #hide(): readonly CueEvent[] {
    const visible = this.#visible;
    this.#visible = undefined;
    return visible ? [{ type: 'cue-ended', at: secondsOf(this.#now), kind: visible.kind }] : [];
  }

  #restIfIgnored(condition: CueCondition): void {
    if (condition.ignoredInARow < this.#cues.ignoredBeforeRest) return;
    condition.forgetIgnored();
    this.#restsUntil.set(condition.rule.kind, this.#now + framesOf(this.#cues.restSeconds));
  }
}
