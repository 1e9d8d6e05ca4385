import type { Line } from '../../../samples/story.ts';
import type { Draw } from '../../foreground/draw.ts';
import { agentSentences, backchannels, callerReplies, callerSentences, interruptions, openings } from './phrases.ts';

/** A piece of a call: consecutive lines. */
export type Scene = readonly Line[];

/** A manner of speaking for a while. */
interface Manner {
  /** espeak-ng's speed setting. */
  readonly wpm: number;
  readonly effortDb: number;
  readonly extraSemitones?: number;
}

export const USUAL_WPM = 155;
const USUAL: Manner = { wpm: USUAL_WPM, effortDb: 0 };
/** Vocal efforts one category apart (5–11 dB). */
const SOFT: Manner = { wpm: 140, effortDb: -5 };
const RAISED: Manner = { wpm: USUAL_WPM, effortDb: 8 };
/** An effort so soft that a caller may not hear it. */
const FAINT: Manner = { wpm: USUAL_WPM, effortDb: -13.5 };
const HIGH: Manner = { wpm: USUAL_WPM, effortDb: 0, extraSemitones: 3.4 };
const SLOW: Manner = { wpm: 125, effortDb: 0 };
const FAST: Manner = { wpm: 230, effortDb: 0 };

/** Writes the scenes of one call; the same draw produces the same scenes. */
export class SceneWriter {
  readonly #draw: Draw;
  #last = '';

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  opening(): Scene {
    return [{ ...this.#agent(USUAL), text: this.#draw.oneOf(openings), timing: { after: 1.5 } }, this.#caller()];
  }

  /** Agent and caller take turns, the agent in one manner for `sentences` sentences of 3 to 5 s. */
  phase(manner: keyof typeof manners, sentences: number): Scene {
    const lines: Line[] = [];
    for (let left = sentences; left > 0; ) {
      const count = Math.min(left, 1 + this.#draw.integer(2));
      for (let i = 0; i < count; i += 1)
        lines.push({ ...this.#agent(manners[manner]), timing: { after: i > 0 ? 0.3 : this.#gap() } });
      left -= count;
      if (left > 0) lines.push(this.#reply());
    }
    return [...lines, this.#reply()];
  }

  /** The agent talks over the caller, who gives up. */
  interruption(manner: keyof typeof manners = 'usual'): Scene {
    const text = this.#draw.oneOf(interruptions);
    // Soft speech may be a backchannel for longer.
    const cutIn = this.#draw.between(manner === 'soft' ? 1.4 : 0.8, 1.8);
    return [this.#caller(), { ...this.#agent(manners[manner]), text, timing: { cutIn } }];
  }

  /** The agent starts during the caller's last syllable. */
  terminalOverlap(): Scene {
    return [this.#caller(), { ...this.#agent(USUAL), timing: { cutIn: this.#draw.between(0.15, 0.35) } }];
  }

  /** The caller talks over the agent. */
  callerInterrupts(): Scene {
    return [
      { ...this.#agent(USUAL), timing: { after: this.#gap() } },
      { ...this.#caller(), timing: { cutIn: this.#draw.between(0.8, 1.4) } },
    ];
  }

  /** The agent gives two backchannels, softer than speech, during a long line of the caller. */
  listening(): Scene {
    const sign = (during: number): Line => ({
      role: 'agent',
      text: this.#draw.oneOf(backchannels),
      timing: { during },
      wpm: 150,
      effortDb: this.#draw.between(-7, -4),
    });
    return [
      this.#caller(),
      sign(this.#draw.between(1.6, 2.2)),
      sign(this.#draw.between(3.4, 4)),
      { ...this.#agent(USUAL), timing: { after: this.#gap() } },
    ];
  }

  /** Nobody speaks for a number of seconds, then the agent does. */
  silence(seconds: number): Scene {
    return [this.#caller(), { ...this.#agent(USUAL), timing: { after: seconds } }];
  }

  /** The caller's effort changes from line to line; the agent answers each line softly. */
  callerEfforts(effortsDb: readonly number[]): Scene {
    return effortsDb.flatMap((effortDb) => [
      { ...this.#caller(), effortDb },
      { ...this.#agent(SOFT), timing: { after: this.#gap() } },
    ]);
  }

  #agent({ wpm, effortDb, extraSemitones = 0 }: Manner): Omit<Line, 'timing'> {
    return { role: 'agent', text: this.#other(agentSentences), wpm, effortDb, extraSemitones };
  }

  #caller(): Line {
    return {
      role: 'customer',
      text: this.#other(callerSentences),
      timing: { after: this.#gap() },
      wpm: this.#draw.between(155, 175),
      effortDb: this.#draw.between(-0.8, 0.8),
    };
  }

  #reply(): Line {
    return { ...this.#caller(), text: this.#other(callerReplies) };
  }

  #gap(): number {
    return this.#draw.between(0.4, 1);
  }

  /** Returns a sentence, never the same one twice in a row. */
  #other(sentences: readonly string[]): string {
    const sentence = this.#draw.oneOf(sentences.filter((candidate) => candidate !== this.#last));
    this.#last = sentence;
    return sentence;
  }
}

const manners = { usual: USUAL, soft: SOFT, raised: RAISED, faint: FAINT, high: HIGH, slow: SLOW, fast: FAST } as const;
