import { screenMessages } from '../../text/screenMessages.ts';

/** Texts of the trends. */
export const trendsWords = screenMessages('trends', {
  title: 'Trends',
  lead: 'Each week compared with your own median, never with anyone else’s.',
  agent: 'Agent',
  nobody: 'Calls without an agent’s name',
  loading: 'Analysing the calls…',
  failed: 'The trends couldn’t be loaded',
  none: 'No calls yet. Trends start with the second call.',
  counted: '{calls, plural, one {# call} other {# calls}}',
  counts: '{counted} · {leftOut}',
  leftOut: '{calls, number} left out: they turned on policy, or two voices share a channel',
  own: 'your median {median}, typical range {low} to {high}',
  week: 'Week',
  latest: 'week of {week}',
  best: 'Personal best: {value}',
  tooFew: 'No data in these calls.',
  chart: '{name} over {weeks, plural, one {# week} other {# weeks}}',
  responses: 'How you and the caller respond to each other',
  responsesOf:
    '{calls, plural, =1 {Based on the latest call.} other {Based on the latest # calls.}} One change following another doesn’t prove that it was caused by it.',
  reactivity: {
    name: 'You, after the caller’s waves',
    'too-few': 'Not enough data: {n, plural, =0 {no waves} one {# wave} other {# waves}} so far, and three are needed.',
    unclear:
      'After the peaks of the caller’s waves, your voice got neither clearly softer nor clearly louder ({n, plural, one {# wave} other {# waves}}; between {low} and {high}).',
    softer:
      'After the peaks of the caller’s waves, your voice was {change} softer ({n, plural, one {# wave} other {# waves}}; between {low} and {high}).',
    louder:
      'After the peaks of the caller’s waves, your voice was {change} louder ({n, plural, one {# wave} other {# waves}}; between {low} and {high}).',
  },
  coRegulation: {
    name: 'The caller, after your soft turns',
    'too-few':
      'Not enough data: {n, plural, =0 {no soft turns} one {# soft turn} other {# soft turns}} so far, and three are needed.',
    unclear:
      'After your soft turns, the caller’s voice got neither clearly softer nor clearly louder ({n, plural, one {# turn} other {# turns}}; between {low} and {high}).',
    softer:
      'After your soft turns, the caller’s voice was {change} softer ({n, plural, one {# turn} other {# turns}}; between {low} and {high}).',
    louder:
      'After your soft turns, the caller’s voice was {change} louder ({n, plural, one {# turn} other {# turns}}; between {low} and {high}).',
  },
  table: 'All weeks as a table',
  caption: 'Weekly medians',
});
