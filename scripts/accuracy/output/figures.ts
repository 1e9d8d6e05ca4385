import type { SetScore } from '../scoring/scoreSet.ts';

/** The title and the format of a figure. */
interface Figure {
  readonly title: string;
  readonly asText: (value: number) => string;
  /** The value of a perfect tool. */
  readonly best: 0 | 1;
}

const ratio = (value: number) => value.toFixed(3);
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

export const figures = {
  countCorrelation: { title: 'r count', asText: ratio, best: 1 },
  rateCorrelation: { title: 'r rate', asText: ratio, best: 1 },
  countError: { title: 'err', asText: percent, best: 0 },
  pooledCountError: { title: 'err10', asText: percent, best: 0 },
  countBias: { title: 'bias', asText: ratio, best: 1 },
  speechF1: { title: 'speech F1', asText: ratio, best: 1 },
  f0ErrorSemitones: { title: 'F0 err (st)', asText: (value) => value.toFixed(2), best: 0 },
  overlapF1: { title: 'overlap F1', asText: ratio, best: 1 },
  interruptionF1: { title: 'interruption F1', asText: ratio, best: 1 },
} as const satisfies { readonly [Name in keyof SetScore]?: Figure };

export type FigureName = keyof typeof figures;

/** Formats a figure; a dash if the truth or the tool has no value for it. */
export function figureText(name: FigureName, score: SetScore | undefined): string {
  const value = score?.[name];
  return value === undefined ? '–' : figures[name].asText(value);
}
