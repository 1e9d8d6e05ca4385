import { screenMessages } from '../../../text/screenMessages.ts';

/** Texts of the comparison. */
export const compareWords = screenMessages('compare', {
  title: 'Compare',
  loading: 'Comparing the calls…',
  failed: 'These calls couldn’t be compared',
  with: 'Compare with',
  past: 'Your earlier calls',
  call: '{title} · {day}',
  measure: 'Measure',
  this: 'This call',
  other: 'The other call',
  difference: 'Difference',
  usual: 'Typical range',
  range: '{low} – {high}',
  onAxis: 'Compared',
  place: 'This call is',
  places: { below: 'lower than usual', usual: 'as usual', above: 'higher than usual' },
  pastOf:
    'Compared with {calls, plural, one {# earlier call} other {# earlier calls}} by the same agent. The middle half of them is the typical range.',
  tooFew:
    'There {calls, plural, =0 {are no earlier calls} one {is # earlier call} other {are # earlier calls}} by the same agent. Comparing needs at least four.',
  axis: 'Timeline',
  strip: '{title}: your speech above, the caller’s below, talk-over marked',
  curves: {
    effort: 'Loudness vs. your usual (dB)',
    rate: 'Pace (syll/s)',
    pitch: 'Pitch vs. your usual (semitones)',
  },
  legend: { this: 'this call', other: 'the other call' },
});
