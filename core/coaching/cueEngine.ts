import type { CallConfig } from '../config/callConfig.ts';
import type { Cue, CueKind } from '../model/cue.ts';
import { framesOf, secondsOf } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { CueCondition } from './cueCondition.ts';
import { type CoachingFrame, cueRules } from './cueRules.ts';
import { movedThresholds } from './cueThresholds.ts';
import { Fading } from './fading.ts';

/**
 * A cue for the ledger, shown now or held back, or the end of the visible one. `until` of a cue shown is when it is
 * to go; where `cue-ended` comes earlier, it was pre-empted.
 */
export type CueEvent =
  | { readonly type: 'cue'; readonly at: number; readonly cue: Cue }
  | { readonly type: 'cue-ended'; readonly at: number; readonly kind: CueKind };

/** The time over which "three a minute" is counted. */
const MINUTE = framesOf(60);

/**
 * Decides, frame by frame, which cue the agent sees: sparse, one at a time, by priority.
 *
 * Any two cues are 20 s apart and two of a kind 45 s, there are three in any minute at most, and a kind ignored three
 * times in a row rests for 3 minutes. "Let them finish" alone need not keep the 20 s, since later it would be
 * useless. Cues fade as the agent needs none. Of the agent's choices: a kind switched off is never due, and in a silent
 * call every cue is held back. A cue that is due but held back is in the ledger once for each unbroken time its condition holds. One push
 * per frame.
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
    // "Hold" is about the caller's wave, not about anything the agent did.
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
