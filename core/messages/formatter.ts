import { clock } from './clock.ts';
import type { Language } from './language.ts';
import { type Messages, messages } from './messages.ts';

/** Shown for a missing value. */
export const missing = '–';

const unitTexts = {
  seconds: '{value} s',
  minutes: '{minutes, number} min {seconds, number} s',
  dB: '{value} dB',
  LUFS: '{value} LUFS',
  Hz: '{value} Hz',
  semitones: '{value} semitones',
  'syll/s': '{value} syll/s',
  words: '{value} words/min',
  kilobytes: '{value} KB',
  megabytes: '{value} MB',
} as const;

/** Units that are written after a number. */
export type Unit = 'dB' | 'LUFS' | 'Hz' | 'semitones' | 'syll/s' | 'words' | 'seconds';

/** Syllables per English word. It is an approximation, so words are rounded to steps of five. */
const syllablesPerWord = 1.45;

/** Writes numbers, lengths and times by the conventions of one language. */
export class Formatter {
  readonly #locale: string;
  readonly #units: Messages<typeof unitTexts>;

  constructor(language: Language) {
    this.#locale = language.locale;
    this.#units = messages(language, 'units', unitTexts);
  }

  /** With a true minus: −0.4. */
  number(value: number, digits = 0): string {
    return this.#number(value, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    });
  }

  /** A number beside an axis: −2.5, 10. */
  tick(value: number): string {
    return this.#number(value, { maximumFractionDigits: 1 });
  }

  /** A number with its unit: 5.5 dB. */
  quantity(value: number, digits: number, unit: Unit): string {
    return this.#units[unit]({ value: this.number(value, digits) });
  }

  /** A difference with its sign: −3.1, +2, and 0.0 without one. */
  signed(value: number, digits: number): string {
    return this.#number(value, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    });
  }

  /** A difference with its sign and unit: −3.1 dB. */
  difference(value: number, digits: number, unit: Unit): string {
    return this.#units[unit]({ value: this.signed(value, digits) });
  }

  /** 62%. @param share from 0 to 1 */
  share(share: number): string {
    return this.#number(share, { style: 'percent' });
  }

  /** A moment or a length: 1:05, 1:02:03. */
  clock(seconds: number): string {
    return clock(seconds);
  }

  /** From one moment to another: 1:05–1:20. */
  clockSpan([start, end]: readonly [number, number]): string {
    return `${this.clock(start)}–${this.clock(end)}`;
  }

  /** A length: 0.8 s, 12 s, 3 min 20 s, −1.1 s. */
  duration(seconds: number): string {
    if (Math.abs(seconds) < 9.95) return this.quantity(seconds, 1, 'seconds');
    const whole = Math.round(seconds);
    if (Math.abs(whole) < 60) return this.quantity(whole, 0, 'seconds');
    return this.#units.minutes({ minutes: Math.trunc(whole / 60), seconds: Math.abs(whole % 60) });
  }

  /** A speech rate in words, which are easier to grasp: 190 words/min. */
  wordRate(syllablesPerSecond: number): string {
    return this.quantity(5 * Math.round((60 * syllablesPerSecond) / syllablesPerWord / 5), 0, 'words');
  }

  /** Decimal units, as in file managers: 34 KB, 2.1 MB. */
  bytes(bytes: number): string {
    if (bytes < 1_000_000) return this.#units.kilobytes({ value: this.number(Math.max(1, Math.round(bytes / 1_000))) });
    return this.#units.megabytes({ value: this.number(bytes / 1_000_000, 1) });
  }

  /** The local day of a moment: Nov 3, 2026. */
  day(moment: Date): string {
    return this.#date(moment, { dateStyle: 'medium' });
  }

  /** The local day without its year: Nov 3. */
  dayOfMonth(moment: Date): string {
    return this.#date(moment, { day: 'numeric', month: 'short' });
  }

  /** The local day, with its year only if it differs from that of `now`. */
  recentDay(moment: Date, now: Date): string {
    return moment.getFullYear() === now.getFullYear() ? this.dayOfMonth(moment) : this.day(moment);
  }

  /** A day without a time zone, such as the Monday of a week: Nov 3. @param moment midnight UTC */
  utcDay(moment: Date): string {
    return this.#date(moment, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  }

  /** The local day and time: Nov 3, 2026, 5:57 PM. */
  moment(moment: Date): string {
    return this.#date(moment, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** The local time: 5:57 PM. */
  time(moment: Date): string {
    return this.#date(moment, { timeStyle: 'short' });
  }

  /** “A, B, and C”. */
  list(entries: readonly string[]): string {
    return new Intl.ListFormat(this.#locale).format(entries);
  }

  #number(value: number, options: Intl.NumberFormatOptions): string {
    const parts = new Intl.NumberFormat(this.#locale, options).formatToParts(value);
    return parts.map((part) => (part.type === 'minusSign' ? '−' : part.value)).join('');
  }

  #date(moment: Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#locale, options).format(moment);
  }
}
