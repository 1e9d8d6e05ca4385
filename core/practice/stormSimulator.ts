import type { Intensity, Outcome, Scenario } from '../model/scenario.ts';
import type { LinePlace } from '../model/scenarioLines.ts';
import { answerEffect } from './answerEffect.ts';
import { AnswerMeter } from './answerMeter.ts';
import type { CallerAction } from './callerAction.ts';
import { LinePicker } from './linePicker.ts';
import { practiceConfig } from './practiceConfig.ts';
import { seededRandom } from './seededRandom.ts';
import { afterAnswer, afterLongSilence, afterTalkOver, intensityOf, type StoryState, storyStart } from './storyline.ts';
import type { TraineeReading } from './traineeReading.ts';

const { timing, maxTurns } = practiceConfig;

export interface StormOptions {
  /** A scenario without problems found by `checkScenario`. */
  readonly scenario: Scenario;
  readonly seed: number;
  /** Difficulty, 1…5. */
  readonly level: number;
  /** Length of a spoken line; undefined for a voice that reports the end of its lines through `lineFinished`. */
  readonly lineSeconds: (lineId: string) => number | undefined;
}

/** The caller speaks until `endsAt`, unless talked over. */
interface Speaking {
  readonly type: 'speaking';
  readonly purpose: LinePlace['kind'];
  readonly lineId: string;
  readonly endsAt: number;
  /** The trainee, who had the floor, must stop by then. */
  readonly graceUntil: number;
  overlap: Overlap | undefined;
}
/** The trainee's speech over the caller. */
interface Overlap {
  readonly from: number;
  lastAt: number;
}
/** The caller is about to speak, and waits until `latestAt` for a trainee who is still speaking. */
interface Replying {
  readonly type: 'replying';
  readonly place: LinePlace | undefined;
  readonly latestAt: number;
  dueAt: number;
}
/** The trainee has had the floor since `since`. */
interface Listening {
  readonly type: 'listening';
  readonly since: number;
  answer: AnswerMeter | undefined;
}
type Phase = Speaking | Replying | Listening | { readonly type: 'over' };

/**
 * The simulated caller: takes readings of the trainee and returns the caller's actions. It knows how and when the trainee
 * speaks, never the words. The same readings and seed give the same call; time comes from the readings alone.
 */
export class StormSimulator {
  readonly #options: StormOptions;
  readonly #random: () => number;
  readonly #picker: LinePicker;
  #story: StoryState;
  #phase: Phase;
  #turns = 0;
  #lastAt = 0;
  #actions: CallerAction[] = [];

  constructor(options: StormOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#picker = new LinePicker(options.scenario, this.#random);
    this.#story = storyStart(options.scenario);
    const dueAt = timing.greetingSeconds;
    this.#phase = { type: 'replying', place: undefined, dueAt, latestAt: dueAt + timing.longSilenceSeconds };
  }

  get heat(): number {
    return this.#story.heat;
  }

  get intensity(): Intensity {
    return intensityOf(this.#story.heat);
  }

  get isSpeaking(): boolean {
    return this.#phase.type === 'speaking';
  }

  get isOver(): boolean {
    return this.#phase.type === 'over';
  }

  /** Reports that the voice has finished a line of unknown length. Ignored for a line that was interrupted. */
  lineFinished(lineId: string): void {
    if (this.#phase.type !== 'speaking' || this.#phase.lineId !== lineId) return;
    if (this.#options.lineSeconds(lineId) === undefined) this.#phase = { ...this.#phase, endsAt: this.#lastAt };
  }

  /** @param reading the next one in time */
  push(reading: TraineeReading): readonly CallerAction[] {
    this.#actions = [];
    const seconds = reading.at - this.#lastAt;
    this.#lastAt = reading.at;
    switch (this.#phase.type) {
      case 'speaking':
        this.#speak(this.#phase, reading);
        break;
      case 'replying':
        this.#reply(this.#phase, reading);
        break;
      case 'listening':
        this.#listen(this.#phase, reading, seconds);
        break;
      case 'over':
        break;
    }
    return this.#actions;
  }

  #speak(phase: Speaking, reading: TraineeReading): void {
    const { at, speaking } = reading;
    if (at >= phase.endsAt) {
      this.#lineOver(phase, reading);
      return;
    }
    if (phase.purpose === 'ending') return;
    if (!speaking) {
      if (!phase.overlap || at - phase.overlap.lastAt < timing.overlapSilenceSeconds) return;
      phase.overlap = undefined;
      this.#actions.push({ type: 'gain', at, byDb: 0 });
      return;
    }
    if (!phase.overlap) this.#actions.push({ type: 'gain', at, byDb: timing.raiseDb });
    phase.overlap ??= { from: at, lastAt: at };
    phase.overlap.lastAt = at;
    const isQuiet = reading.effortDb !== undefined && reading.effortDb <= timing.backchannelEffortDb;
    const allowed = isQuiet ? timing.backchannelSeconds : timing.talkOverSeconds;
    const isTerminal = phase.overlap.from > phase.endsAt - timing.terminalSeconds;
    if (!isTerminal && at - Math.max(phase.overlap.from, phase.graceUntil) >= allowed) this.#talkedOver(at);
  }

  #talkedOver(at: number): void {
    this.#story = afterTalkOver(this.#story, this.#options.level);
    this.#actions.push({ type: 'talked-over', at, heat: this.heat });
    const { intensity } = this;
    if (this.#story.outcome) this.#say(at, { kind: 'ending', outcome: this.#story.outcome }, true);
    else this.#say(at, { kind: 'talked-over', intensity: intensity === 'calm' ? 'annoyed' : intensity }, true);
  }

  #lineOver(phase: Speaking, { at, speaking }: TraineeReading): void {
    if (phase.purpose === 'ending') {
      this.#phase = { type: 'over' };
      this.#actions.push({ type: 'ended', at, outcome: this.#story.outcome ?? 'unresolved', heat: this.heat });
    } else if (phase.purpose === 'talked-over' && !speaking) {
      this.#replySoon(at);
    } else {
      const gapSeconds = (phase.overlap?.from ?? at) - phase.endsAt;
      const answer = speaking ? new AnswerMeter(gapSeconds, at) : undefined;
      this.#phase = { type: 'listening', since: phase.endsAt, answer };
    }
  }

  #reply(phase: Replying, { at, speaking }: TraineeReading): void {
    if (at < phase.latestAt) {
      if (speaking) phase.dueAt = at + timing.answerEndSeconds;
      if (at < phase.dueAt) return;
    }
    const place = phase.place ?? { kind: 'beat', beat: this.#story.beat, intensity: this.intensity };
    this.#say(at, place, speaking);
  }

  #listen(phase: Listening, reading: TraineeReading, seconds: number): void {
    const { at, speaking } = reading;
    if (speaking) {
      phase.answer ??= new AnswerMeter(at - phase.since, at);
      phase.answer.push(reading, seconds);
      if (phase.answer.speechSeconds >= timing.patienceSeconds[this.intensity]) this.#answered(phase.answer, at);
    } else if (phase.answer) {
      const isBrief = phase.answer.speechSeconds < timing.briefAnswerSeconds;
      const enough = isBrief ? timing.briefAnswerEndSeconds : timing.answerEndSeconds;
      if (at - phase.answer.lastSpeechAt >= enough) this.#answered(phase.answer, at);
    } else if (at - phase.since >= timing.longSilenceSeconds) {
      this.#story = afterLongSilence(this.#story);
      this.#turns += 1;
      if (this.#turns >= maxTurns) this.#end(at, 'unresolved');
      else this.#say(at, { kind: 'silence' }, false);
    }
  }

  #answered(meter: AnswerMeter, at: number): void {
    const { scenario, level } = this.#options;
    const answer = meter.answer();
    const effect = answerEffect(answer, this.intensity, level);
    this.#story = afterAnswer(scenario, this.#story, effect);
    this.#turns += 1;
    this.#actions.push({ type: 'answered', at, answer, effect, heat: this.heat });
    const outcome = this.#story.outcome ?? (this.#turns >= maxTurns ? 'unresolved' : undefined);
    if (outcome) this.#end(at, outcome);
    else this.#replySoon(at);
  }

  #end(at: number, outcome: Outcome): void {
    this.#story = { ...this.#story, outcome };
    this.#replySoon(at, { kind: 'ending', outcome });
  }

  #replySoon(at: number, place?: LinePlace): void {
    const { intensity } = this;
    const jitter = timing.replyJitterSeconds * (2 * this.#random() - 1);
    const dueAt = at + timing.replySeconds[intensity] + jitter;
    this.#phase = { type: 'replying', place, dueAt, latestAt: dueAt + timing.longSilenceSeconds };
  }

  /** @param cutsIn true if the trainee is speaking and should stop */
  #say(at: number, place: LinePlace, cutsIn: boolean): void {
    const line = this.#picker.pick(place);
    const seconds = this.#options.lineSeconds(line.id) ?? longestSeconds(line.text);
    this.#phase = {
      type: 'speaking',
      purpose: place.kind,
      lineId: line.id,
      endsAt: at + seconds,
      graceUntil: cutsIn ? at + timing.yieldSeconds : at,
      overlap: cutsIn ? { from: at, lastAt: at } : undefined,
    };
    this.#actions.push({ type: 'say', at, line, seconds, heat: this.heat });
  }
}

/** Returns the time after which a line of unknown length is taken to be over. */
function longestSeconds(text: string): number {
  return timing.lineMarginSeconds + text.length / timing.slowestCharactersPerSecond;
}
