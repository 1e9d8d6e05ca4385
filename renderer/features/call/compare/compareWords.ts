export const compareWords = {
  title: 'Compare',
  loading: 'Putting the calls side by side…',
  failed: 'These calls could not be compared',
  with: 'With',
  past: 'Your own past',
  call: (title: string, day: string) => `${title} · ${day}`,
  measure: 'Measure',
  this: 'This call',
  other: 'The other call',
  difference: 'Difference',
  usual: 'Your usual',
  onAxis: 'Beside each other',
  place: 'Where this call stands',
  places: { below: 'lower than usual', usual: 'as usual', above: 'higher than usual' },
  pastOf: (calls: number) =>
    `Against ${calls === 1 ? 'one earlier call' : `${calls} earlier calls`} of the same agent: the middle half of them is “usual”.`,
  tooFew: (calls: number) =>
    `There ${calls === 1 ? 'is one earlier call' : `are ${calls} earlier calls`} of the same agent. From four on this call can be held against them.`,
  axis: 'On one axis of time',
  strip: (title: string) => `${title}: your speech above, the caller’s below, talk-over marked`,
  curves: {
    effort: 'Loudness against your usual (dB)',
    rate: 'Pace (syll/s)',
    pitch: 'Pitch against the usual (semitones)',
  },
  legend: { this: 'this call', other: 'the other call' },
} as const;
