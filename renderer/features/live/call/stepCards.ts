import type { Stage } from '../../../../core/model/callMark.ts';
import { screenMessages } from '../../../text/screenMessages.ts';

/** The text an agent reads at a glance during a step of the call. */
interface StepCard {
  /** One thing to do. */
  readonly advice: string;
  /** Short enough to say word for word. */
  readonly say: readonly string[];
  /** A behaviour that makes it worse. */
  readonly avoid: string;
}

export const stepCards: Readonly<Record<Stage, StepCard>> = screenMessages('stepCards', {
  legitimate: {
    advice: 'Assume the anger is justified until you know better. Find the part that’s true and agree with it.',
    say: ['I can see why that’s a problem.', 'You’re right, that shouldn’t have happened.'],
    avoid: 'Are you sure…?',
  },
  'hear-the-feeling': {
    advice: 'Hear the feeling, and respond to the problem. Notice your urge to defend yourself, and let it go.',
    say: ['I’m listening.', 'Go on.'],
    avoid: 'Calm down.',
  },
  'let-it-pass': {
    advice: 'Wait. Anger comes in waves, and every wave ends. Their silence is your cue.',
    say: ['Mm-hm.', 'I see.'],
    avoid: 'Let me stop you there.',
  },
  'speak-softly': {
    advice: 'Breathe out, then speak softly, slowly and evenly. They’ll come down to meet you.',
    say: ['Thank you for telling me.', 'I’m sorry you’ve had this trouble.'],
    avoid: 'Anything louder than they are',
  },
  restate: {
    advice: 'Repeat what matters to them, in their order, and ask if you got it right. Write it down.',
    say: ['So what matters most is … Have I got that right?', 'Can you tell me more about what happened?'],
    avoid: 'But what you said before was…',
  },
  'own-it': {
    advice: 'It’s yours now, whoever caused it.',
    say: ['I’ll take care of this.', 'You won’t have to explain it again.'],
    avoid: 'That was another department.',
  },
  'person-first': {
    advice: 'Help the person first, then solve the problem: how does this affect their day?',
    say: ['That must have cost you half a day.', 'What would help you most right now?'],
    avoid: 'Your order number, please.',
  },
  triage: {
    advice: 'Ask open, positive questions and find out where it went wrong.',
    say: ['When did it last work?', 'What have you seen since then?'],
    avoid: 'Did you read the instructions?',
  },
  correct: {
    advice: 'Fix it for now and for good. Say plainly what you can’t do, and offer a choice of what you can.',
    say: ['I can do either … or … Which is better for you?', 'What would a good outcome look like?'],
    avoid: 'That’s our policy.',
  },
  'follow-up': {
    advice: 'Say what happens next and when, and set a day to check back.',
    say: ['By Friday you’ll have …', 'I’ll call you to make sure it’s still working.'],
    avoid: 'Is there anything else?',
  },
});
