import type { Stage } from '../../../../core/model/callMark.ts';

/** What an agent reads at a glance while at a step of the call. */
export interface StageCard {
  readonly title: string;
  /** One thing to do. */
  readonly advice: string;
  /** Short enough to say as they stand. */
  readonly say: readonly string[];
  /** What makes it worse. */
  readonly avoid: string;
}

export const stageCards: Readonly<Record<Stage, StageCard>> = {
  legitimate: {
    title: 'There is a reason',
    advice: 'Take the anger as earned until you know better. Look for the kernel of truth and agree with it.',
    say: ['I can see why that is a problem.', 'You are right, that should not have happened.'],
    avoid: 'Are you sure…?',
  },
  'hear-the-feeling': {
    title: 'Hear it, leave it',
    advice: 'Hear the feeling, and answer the matter. Notice your own wish to defend, and let it go by.',
    say: ['I am listening.', 'Go on.'],
    avoid: 'Calm down.',
  },
  'let-it-pass': {
    title: 'Let the wave pass',
    advice: 'Wait. Anger comes in waves and each one ends; their silence is your cue.',
    say: ['Mm-hm.', 'I see.'],
    avoid: 'Let me stop you there.',
  },
  'speak-softly': {
    title: 'Softly, steadily',
    advice: 'Breathe out, then speak: soft, slow, even. They come down to meet you.',
    say: ['Thank you for telling me.', 'I am sorry you have had this trouble.'],
    avoid: 'Anything louder than they are',
  },
  restate: {
    title: 'Say it back',
    advice: 'Restate what matters to them, in their order, and ask whether it is right. Write it down.',
    say: ['So what matters most is … Have I got that right?', 'Can you tell me more about what happened?'],
    avoid: 'But what you said before was…',
  },
  'own-it': {
    title: 'Own it',
    advice: 'It is yours now, whoever caused it.',
    say: ['I will take care of this.', 'You will not have to explain it again.'],
    avoid: 'That was another department.',
  },
  'person-first': {
    title: 'The person first',
    advice: 'See to the person, then to the problem: what does this do to their day?',
    say: ['That must have cost you half a day.', 'What would help you most right now?'],
    avoid: 'Your order number, please.',
  },
  triage: {
    title: 'Find the cause',
    advice: 'Ask open, positive questions and find out where it went wrong.',
    say: ['When did it last work?', 'What have you seen since then?'],
    avoid: 'Did you read the instructions?',
  },
  correct: {
    title: 'Put it right',
    advice: 'For now and for good. Say plainly what is beyond you, and offer a choice of what is not.',
    say: ['I can do either … or … Which is better for you?', 'What would a good outcome look like?'],
    avoid: 'That is our policy.',
  },
  'follow-up': {
    title: 'Follow up',
    advice: 'Say what happens next and when, and set a day to look again.',
    say: ['By Friday you will have …', 'I will call you to see that it holds.'],
    avoid: 'Is there anything else?',
  },
};
