import { z } from 'zod';
import { callMarkSchema } from './callMark.ts';
import { commentSchema } from './comment.ts';
import { wrongCueSchema } from './cueMark.ts';
import { reflectionSchema } from './reflection.ts';
import { scoreSheetSchema } from './rubric.ts';

/** What people add to a call. Nothing of it is measured, and analysing the call anew leaves it as it is. */
export const callNotesSchema = z.object({
  /** What the agent marked in mid-call, oldest first. */
  marks: z.array(callMarkSchema),
  /** The cues they found wrong. */
  wrongCues: z.array(wrongCueSchema).default([]),
  /** Both parties are on its one channel: what describes one person is withheld. */
  isChannelShared: z.boolean().default(false),
  comments: z.array(commentSchema),
  /** One for each coach who scored the call. */
  scores: z.array(scoreSheetSchema),
  reflection: reflectionSchema,
});
export type CallNotes = z.infer<typeof callNotesSchema>;

export const noNotes: CallNotes = {
  marks: [],
  wrongCues: [],
  isChannelShared: false,
  comments: [],
  scores: [],
  reflection: { workedWell: '', couldBeImproved: '', answer: null, answerNote: '', isPolicyNotVoice: false },
};
