import type { DrillId, DrillMeasure, NoScoreReason } from '../../../core/model/drill.ts';
import type { Practice } from '../../../core/model/practice.ts';
import type { Intensity, Outcome } from '../../../core/model/scenario.ts';

const practices: Readonly<Record<Practice, string>> = {
  'speak-softly': 'Speak softly',
  'steady-tone': 'Keep a steady tone',
  'slow-down': 'Slow down',
  'wait-for-the-pause': 'Wait for the pause',
  'do-not-interrupt': 'Let them finish',
  'let-the-wave-pass': 'Let the wave pass',
  'brief-silence': 'Pause to regroup',
  'do-not-match-the-volume': 'Do not match the volume',
  'soft-voice-brings-down': 'Bring them down with softness',
  'acknowledge-first': 'Acknowledge first',
  'helpful-phrases': 'Phrases that help',
  'set-boundaries': 'Set a boundary',
  'escalate-last': 'Escalate last',
  reflect: 'Reflect',
  'keep-practising': 'Keep practising',
  'other-styles': 'Other styles of anger',
};

const drills: Readonly<Record<DrillId, { name: string; lead: string }>> = {
  'soft-band': { name: 'Hold the soft band', lead: 'Read aloud, and stay below your everyday voice to the last word.' },
  'paced-reading': { name: 'Paced reading', lead: 'Read along with a guide that is a little slower than you are.' },
  'wait-for-the-pause': {
    name: 'Wait for the pause',
    lead: 'The caller pauses, goes on, pauses. Answer only when they have really finished.',
  },
  'steady-tone': { name: 'Steady tone', lead: 'Follow a calm melody with your voice, up a little and down.' },
  'do-not-match': { name: 'Do not match the volume', lead: 'The caller gets louder each time. You do not.' },
  'breath-reset': { name: 'Slow breath reset', lead: 'Breathe with the circle, then say one soft sentence.' },
  'soft-warning': { name: 'Warn softly', lead: 'Somebody insults you. Set a boundary without raising your voice.' },
};

const intensities: Readonly<Record<Intensity, string>> = {
  calm: 'Calm',
  annoyed: 'Annoyed',
  angry: 'Angry',
  peak: 'At the peak',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  resolved: 'The caller came down, and you reached the goal.',
  lost: 'The caller gave up at the peak.',
  unresolved: 'The call led nowhere.',
};

const noScore: Readonly<Record<NoScoreReason, string>> = {
  'no-baseline': 'No score: your usual voice is not known. Choose a baseline, or speak for longer.',
  'not-enough-speech': 'No score: too little of your speech was heard.',
  'too-quiet': 'No score: most of it was too quiet to be heard.',
  'too-slow': 'No score: most of it was slower than speech.',
  bleed: 'No score: the microphone heard the caller. Use headphones.',
  stopped: 'No score: it was stopped before its end.',
};

const measures: Readonly<Record<DrillMeasure | 'wait', string>> = {
  soft: 'Softness',
  pace: 'Pace',
  contour: 'Melody',
  listening: 'Let them finish',
  timing: 'Answered in the pause',
  wait: 'Waiting',
};

const advice: Readonly<Partial<Record<Practice, string>>> = {
  'speak-softly': 'Begin each answer below your everyday voice, and end it there.',
  'slow-down': 'Leave a small pause between two thoughts.',
  'wait-for-the-pause': 'Count “twenty-one” before you answer.',
  'do-not-interrupt': 'When both of you speak, stop in mid-word and let the caller finish.',
  'steady-tone': 'Let each sentence come down at its end.',
  'keep-practising': 'All of it was good. Do as well once more, and the level rises.',
};

export const practiceWords = {
  title: 'Practice',
  lead: 'An angry caller who hears how you speak, and drills for one skill each.',
  streak: (days: number) => (days === 1 ? '1 day in a row' : `${days} days in a row`),
  practices,
  drills,
  intensities,
  outcomes,
  noScore,
  measures,
  advice,
  setup: {
    label: 'Your sound',
    microphone: 'Your microphone',
    microphoneHint: 'the one you speak into',
    headphones: 'Use headphones, so that the microphone does not hear the caller.',
    keep: 'Keep my voice, to hear it again',
  },
  tabs: { callers: 'Callers', drills: 'Drills', recording: 'Read aloud', cards: 'Cards', plan: 'Plan' },
  start: 'Start',
  starting: 'Starting…',
  level: (level: number) => `Level ${level}`,
  best: (score: number) => `Best ${score}`,
  untried: 'Not tried yet',
  seconds: (seconds: number) => `${Math.round(seconds)} s`,
  callers: { heading: 'Choose a caller', trains: 'Trains' },
  drillsHeading: 'Choose a drill',
  recording: {
    heading: 'Record yourself',
    lead: 'Press, speak, stop: the report comes at once, on the same screen as a call’s.',
    free: 'Speak freely',
    freeLead: 'As you would on the phone, for half a minute or more.',
    passages: { 'harbour-cafe': 'The café by the harbour', 'garden-gate': 'The garden gate' } as Readonly<
      Record<string, string>
    >,
    record: 'Record',
    stop: 'Stop and show the report',
  },
  cards: {
    heading: (count: number) => (count === 1 ? '1 card for today' : `${count} cards for today`),
    done: 'No more cards for today. They come back when it is time.',
    story: 'Story',
    say: 'Say',
    avoid: 'Avoid',
    poor: 'Hear it done poorly',
    good: 'Hear it done well',
    known: 'I know this',
    again: 'Show me again tomorrow',
  },
  plan: {
    heading: 'Your coach’s plan',
    none: 'No plan yet. A coach gives you one as a file.',
    import: 'Import a plan',
    export: 'Export the results',
    remove: 'Remove this plan',
    reached: (reached: number, attempts: number, score: number) => `${reached} of ${attempts} with ${score} or more`,
    due: (day: string) => `by ${day}`,
    overdue: 'overdue',
    done: 'done',
  },
  run: {
    stop: 'Stop',
    stopping: 'Stopping…',
    ready: 'Get ready…',
    goal: 'Goal',
    cue: 'Cue',
    caller: 'Caller',
    storm: 'How angry the caller is',
    hidden: 'At this level you hear how it goes, you do not see it.',
    floorHidden: 'At this level there is no floor light.',
    talkOvers: (count: number) => (count === 1 ? '1 talk-over' : `${count} talk-overs`),
    elapsed: 'Elapsed',
    bleed: 'Your microphone hears the caller. Put headphones on, or this attempt will have no score.',
    breatheIn: 'Breathe in',
    breatheOut: 'Breathe out',
    phases: {
      speak: 'Read this aloud',
      answer: 'Now answer',
      caller: 'The caller speaks. Listen.',
      pause: 'A pause. Is it the end?',
      breathe: 'Breathe with the circle',
    },
    talksOver: 'Let them finish',
    done: 'Done',
  },
  meters: {
    label: 'Your voice',
    softness: 'Softness',
    pace: 'Pace',
    melody: 'Melody',
    ends: { softness: ['quiet', 'loud'], pace: ['slow', 'fast'] },
    words: {
      softness: ['Very quiet', 'Soft', 'A little loud', 'Loud'],
      pace: ['Slow', 'Steady', 'A little fast', 'Fast'],
    },
    waiting: 'Speak to see it',
    effort: (value: string) => `${value} dB from your usual`,
    rate: (percent: number) => `${percent} % of the target`,
    reference: 'Follow the line',
  },
  attempt: {
    score: 'Score',
    of: 'of 100',
    better: (points: number) => `${points} more than the last time`,
    worse: (points: number) => `${points} less than the last time`,
    same: 'the same as the last time',
    first: 'your first attempt',
    tryNext: 'Try next',
    back: 'Back to practice',
    summary: 'See and hear it as a call',
    curves: 'How it went',
    ghost: 'Beside it',
    ghosts: { none: 'Nothing', previous: 'The attempt before', best: 'Your best attempt' },
    heat: 'Caller',
    effort: 'Your softness, dB from your usual',
    pace: 'Your pace, % of your usual',
    turnedBy: {
      effort: 'your soft voice turned it',
      pace: 'your slow pace turned it',
      gap: 'your pause before it turned it',
      length: 'your short answer turned it',
    },
    turnedAt: (clock: string, by: string) => `At ${clock} the caller came down: ${by}.`,
    made: 'What the score is made of',
    earlier: 'Attempts so far',
    table: { when: 'When', level: 'Level', score: 'Score', outcome: 'Outcome' },
    outcomes: { resolved: 'Goal reached', lost: 'Gave up', unresolved: 'Led nowhere' } as Readonly<
      Record<Outcome, string>
    >,
    loading: 'Loading…',
  },
} as const;
