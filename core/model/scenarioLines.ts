import { type Intensity, intensities, type Outcome, outcomeSchema, type Scenario } from './scenario.ts';

/** The occasion for a line. */
export type LinePlace =
  | { readonly kind: 'beat'; readonly beat: string; readonly intensity: Intensity }
  | { readonly kind: 'talked-over'; readonly intensity: Exclude<Intensity, 'calm'> }
  | { readonly kind: 'silence' }
  | { readonly kind: 'ending'; readonly outcome: Outcome };

/** A line of the simulated caller. */
export interface CallerLine {
  /** Unique within the scenario; names the clip. */
  readonly id: string;
  readonly text: string;
  readonly intensity: Intensity;
}

const endingIntensity: Readonly<Record<Outcome, Intensity>> = {
  resolved: 'calm',
  lost: 'peak',
  unresolved: 'annoyed',
};

/** Returns the lines for an occasion, in the order of the file. */
export function linesAt(scenario: Scenario, place: LinePlace): readonly CallerLine[] {
  switch (place.kind) {
    case 'beat': {
      const { beat, intensity } = place;
      return numbered(scenario.beats[beat]?.lines[intensity], `${beat}-${intensity}`, intensity);
    }
    case 'talked-over':
      return numbered(scenario.talkedOver[place.intensity], `talked-over-${place.intensity}`, place.intensity);
    case 'silence':
      return numbered(scenario.silence, 'silence', 'annoyed');
    case 'ending':
      return numbered(scenario.endings[place.outcome], `ending-${place.outcome}`, endingIntensity[place.outcome]);
  }
}

/** Returns every line of a scenario, for making its clips. */
export function allLines(scenario: Scenario): readonly CallerLine[] {
  const places: LinePlace[] = [
    ...Object.keys(scenario.beats).flatMap((beat) =>
      intensities.map((intensity): LinePlace => ({ kind: 'beat', beat, intensity })),
    ),
    ...(['annoyed', 'angry', 'peak'] as const).map((intensity): LinePlace => ({ kind: 'talked-over', intensity })),
    { kind: 'silence' },
    ...outcomeSchema.options.map((outcome): LinePlace => ({ kind: 'ending', outcome })),
  ];
  return places.flatMap((place) => linesAt(scenario, place));
}

function numbered(texts: readonly string[] | undefined, id: string, intensity: Intensity): readonly CallerLine[] {
  return (texts ?? []).map((text, index) => ({ id: `${id}-${index + 1}`, text, intensity }));
}
