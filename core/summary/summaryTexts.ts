import type { Language } from '../messages/language.ts';
import { type Messages, messages } from '../messages/messages.ts';

const texts = {
  needsBoth: 'needs both parties',
  notEnough: 'not enough speech',
  atLeast: '{value} or more',
  range: '{low}–{high}',
  response: {
    early: 'agent started {seconds} before the caller finished',
    hasty: 'agent started at once',
    quick: 'a little quick',
    good: 'room for the caller to finish',
    long: 'a little long',
    slow: 'long',
  },
  talkOver: '{count, plural, =0 {no overlaps} one {# overlap, {length}} other {# overlaps, {length}}}',
  caller: 'caller {share}',
  waves: {
    none: 'loudness and pace stayed level',
    change: 'agent {change} after their peaks',
    unknown: 'the agent’s change after them is not known',
  },
  noDeadAir: 'no silence of 4 s or more',
  longest: 'longest {length}',
  spans: '{count, plural, =0 {never} one {in one span} other {in # spans}}',
  wouldBeShown: 'would have been shown',
  loudest: { label: 'Loudest half minute', detail: '{difference} compared with the usual' },
  moments: {
    'agent-interruption': 'Agent interrupted',
    'caller-interruption': 'Caller interrupted',
    backchannel: 'Listening sign',
    terminal: 'Quick answer',
    overlap: 'Both spoke',
    'dead-air': 'Dead air',
    rushed: 'Rushed',
    loudest: 'Loudest half minute',
    wave: 'Wave of the caller',
    cue: 'Cue',
    flag: 'Flag',
    stage: 'Step',
    warning: 'Warning given',
    escalation: 'Escalated',
    'follow-up': 'Follow-up due',
    comment: 'Comment',
    missing: 'Missing audio',
  },
  yielded: 'stopped after {length}',
  peak: 'peak at {moment}',
  peakWithChange: 'peak at {moment}, agent {change} after it',
  wrongCue: '{cue} (marked wrong)',
  said: '{who}: {text}',
} as const;

/** Returns the texts of a call's summary for screens, exports and the command line. */
export function summaryTexts(language: Language): Messages<typeof texts> {
  return messages(language, 'summary', texts);
}
