import { locale } from './locale.ts';

/** Readings as people read them. Missing is an en dash, never a number. */
export const missing = '–';

/** A moment or a length: 1:05, 1:02:03. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const ending = String(whole % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${ending}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${ending}`;
}

/** The local day of a moment as an ISO 8601 date. */
export function isoDay(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** A length with its unit: 0.8 s, 12 s, 3 min 20 s. */
export function formatSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export function formatShare(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A difference with its sign: −3.1 dB. */
export function formatSigned(value: number, digits: number, unit: string): string {
  const rounded = Math.abs(value).toFixed(digits);
  const sign = Number(rounded) === 0 ? '' : value < 0 ? '−' : '+';
  return `${sign}${rounded} ${unit}`;
}

/** Articulation rate: 4.2 syll/s. */
export function formatRate(syllablesPerSecond: number): string {
  return `${syllablesPerSecond.toFixed(1)} syll/s`;
}

/** English has about this many syllables a word, so words are only ever "about". */
const syllablesPerWord = 1.45;

/** About how many words a minute that is, in steps of five: ≈ 175 wpm. */
export function formatWordsPerMinute(syllablesPerSecond: number): string {
  return `≈ ${5 * Math.round((60 * syllablesPerSecond) / syllablesPerWord / 5)} wpm`;
}
