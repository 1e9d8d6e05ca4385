interface UnitFormat {
  /** Written after the number; empty for counts. */
  readonly symbol: string;
  /** Digits after the decimal point. */
  readonly digits: number;
  /** Factor from the stored value to the shown one. */
  readonly scale?: number;
}

export const measureUnits = {
  share: { symbol: '%', digits: 0, scale: 100 },
  count: { symbol: '', digits: 0 },
  seconds: { symbol: 's', digits: 1 },
  decibels: { symbol: 'dB', digits: 1 },
  lufs: { symbol: 'LUFS', digits: 1 },
  hertz: { symbol: 'Hz', digits: 0 },
  semitones: { symbol: 'semitones', digits: 1 },
  syllablesPerSecond: { symbol: 'syll/s', digits: 1 },
} as const satisfies Record<string, UnitFormat>;

export type MeasureUnit = keyof typeof measureUnits;

export function unitFormat(unit: MeasureUnit): Required<UnitFormat> {
  return { scale: 1, ...measureUnits[unit] };
}
