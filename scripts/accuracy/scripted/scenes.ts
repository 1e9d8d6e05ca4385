import type { Line } from '../../../samples/story.ts';
import type { Draw } from '../../foreground/draw.ts';
import {
  agentSentences,
  backchannels,
  customerReplies,
  customerSentences,
  interruptions,
  openings,
} from './phrases.ts';

/** A piece of a call: lines that follow each other. */
export type Scene = readonly Line[];

/** How one party speaks for a while. */
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
/** So soft that a caller may not hear it. */
const FAINT: Manner = { wpm: USUAL_WPM, effortDb: -13.5 };
const HIGH: Manner = { wpm: USUAL_WPM, effortDb: 0, extraSemitones: 3.4 };
const SLOW: Manner = { wpm: 125, effortDb: 0 };
const FAST: Manner = { wpm: 230, effortDb: 0 };

/** Writes scenes of one call; the same draw writes the same ones. */
export class SceneWriter {
  readonly #draw: Draw;
  #last = '';

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  opening(): Scene {
    return [{ ...this.#agent(USUAL), text: this.#draw.oneOf(openings), timing: { after: 1.5 } }, this.#customer()];
  }

  /** Agent and customer in turn, the agent in one manner for `sentences` sentences of 3 to 5 s. */
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

  /** The customer is talked over and gives up. */
  interruption(manner: keyof typeof manners = 'usual'): Scene {
    const text = this.#draw.oneOf(interruptions);
    // A soft voice may be a backchannel for longer.
    const cutIn = this.#draw.between(manner === 'soft' ? 1.4 : 0.8, 1.8);
    return [this.#customer(), { ...this.#agent(manners[manner]), text, timing: { cutIn } }];
  }

  /** The agent starts in the customer's last syllable. */
  terminalOverlap(): Scene {
    return [this.#customer(), { ...this.#agent(USUAL), timing: { cutIn: this.#draw.between(0.15, 0.35) } }];
  }

  /** The customer talks over the agent. */
  customerInterrupts(): Scene {
    return [
      { ...this.#agent(USUAL), timing: { after: this.#gap() } },
      { ...this.#customer(), timing: { cutIn: this.#draw.between(0.8, 1.4) } },
    ];
  }

  /** Two signs of listening, softer than speech, into a long line of the customer's. */
  listening(): Scene {
    const sign = (during: number): Line => ({
      role: 'agent',
      text: this.#draw.oneOf(backchannels),
      timing: { during },
      wpm: 150,
      effortDb: this.#draw.between(-7, -4),
    });
    return [
      this.#customer(),
      sign(this.#draw.between(1.6, 2.2)),
      sign(this.#draw.between(3.4, 4)),
      { ...this.#agent(USUAL), timing: { after: this.#gap() } },
    ];
  }

  /** Nobody speaks for so long, then the agent does. */
  silence(seconds: number): Scene {
    return [this.#customer(), { ...this.#agent(USUAL), timing: { after: seconds } }];
  }

  /** The customer's effort from line to line; the agent answers each softly. */
  customerEfforts(effortsDb: readonly number[]): Scene {
    return effortsDb.flatMap((effortDb) => [
      { ...this.#customer(), effortDb },
      { ...this.#agent(SOFT), timing: { after: this.#gap() } },
    ]);
  }

  #agent({ wpm, effortDb, extraSemitones = 0 }: Manner): Omit<Line, 'timing'> {
    return { role: 'agent', text: this.#other(agentSentences), wpm, effortDb, extraSemitones };
  }

  #customer(): Line {
    return {
      role: 'customer',
      text: this.#other(customerSentences),
      timing: { after: this.#gap() },
      wpm: this.#draw.between(155, 175),
      effortDb: this.#draw.between(-0.8, 0.8),
    };
  }

  #reply(): Line {
    return { ...this.#customer(), text: this.#other(customerReplies) };
  }

  #gap(): number {
    return this.#draw.between(0.4, 1);
  }

  /** Never the same sentence twice in a row. */
  #other(sentences: readonly string[]): string {
    const sentence = this.#draw.oneOf(sentences.filter((candidate) => candidate !== this.#last));
    this.#last = sentence;
    return sentence;
  }
}

const manners = { usual: USUAL, soft: SOFT, raised: RAISED, faint: FAINT, high: HIGH, slow: SLOW, fast: FAST } as const;
