import type { Criterion, Rubric } from '../model/rubric.ts';

/** Returns a criterion with descriptions of its worst, middle and best levels. */
function criterion(
  id: string,
  weight: number,
  name: string,
  question: string,
  [low, middle, high]: readonly [string, string, string],
): Criterion {
  return {
    id,
    name,
    question,
    weight,
    anchors: [
      { level: 1, looksLike: low },
      { level: 3, looksLike: middle },
      { level: 5, looksLike: high },
    ],
  };
}

/** The practices that the product coaches, as a starting point for a coach's own rubric. */
export const defaultRubric: Rubric = {
  schema: 'softspoken.rubric/1',
  id: 'softspoken-default',
  name: 'Calming an angry caller',
  criteria: [
    criterion('soft', 3, 'Speaks softly', 'Does the agent stay soft, whatever the caller’s volume?', [
      'Gets as loud as the caller.',
      'Soft at first, louder when the caller is.',
      'Soft throughout, softest when the caller is loudest.',
    ]),
    criterion('steady', 2, 'Keeps a steady tone', 'Are level and pitch even?', [
      'Level or pitch jump often.',
      'Even, but for a few sentences.',
      'Even from the first word to the last.',
    ]),
    criterion('slow', 2, 'Slows down', 'Is there time in the words?', [
      'Hurried for most of the call.',
      'Calm, hurried when explaining.',
      'Unhurried throughout.',
    ]),
    criterion('pause', 3, 'Waits for the pause', 'Does the agent speak only when the caller has stopped?', [
      'Cuts in again and again.',
      'Waits mostly, starts a little early.',
      'Lets every sentence end, and a moment after it.',
    ]),
    criterion('wave', 2, 'Lets the wave pass', 'Is the caller’s outburst let run its course?', [
      'Argues at the peak.',
      'Waits, and comes back before it has passed.',
      'Listens until it has passed, then answers.',
    ]),
    criterion('acknowledge', 3, 'The person first', 'Is the caller heard before the problem is taken up?', [
      'Goes straight to the problem.',
      'A set phrase, then the problem.',
      'Says in own words what it means for the caller, then the problem.',
    ]),
    criterion('restate', 2, 'Restates and confirms', 'Are the caller’s priorities repeated and confirmed?', [
      'Not repeated.',
      'Repeated, not confirmed.',
      'Repeated, confirmed and written down.',
    ]),
    criterion('own', 2, 'Owns it', 'Does the agent take it on, whoever caused it?', [
      'Points at others.',
      'Takes it on when asked to.',
      'Says at once what they will do themselves.',
    ]),
    criterion('words', 1, 'Words that help', 'Are questions open, and put positively?', [
      'Doubts the caller (“are you sure…?”).',
      'Neutral questions.',
      'Open questions that invite more.',
    ]),
    criterion(
      'boundaries',
      1,
      'Sets boundaries calmly',
      'Where one was needed: was it set without raising the voice?',
      ['With a raised voice, or as a threat.', 'Calmly, without an offer.', 'Calmly, with what can be done instead.'],
    ),
    criterion('correct', 2, 'Corrects and follows up', 'Does the call end in a step with a date?', [
      'Nothing agreed.',
      'A step without a date.',
      'A step, a date, and who sees to it.',
    ]),
  ],
};
