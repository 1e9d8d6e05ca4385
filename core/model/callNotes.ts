import { z } from 'zod';
import { callMarkSchema } from './callMark.ts';
import { commentSchema } from './comment.ts';
import { wrongCueSchema } from './cueMark.ts';
import { reflectionSchema } from './reflection.ts';
import { scoreSheetSchema } from './rubric.ts';

/** Everything that people add to a call. It affects no measure and survives when the call is re-measured. */
export const callNotesSchema = z.object({
  /** Oldest first. */
  marks: z.array(callMarkSchema),
  wrongCues: z.array(wrongCueSchema).default([]),
  /** True if both parties are on the only channel, so that everything about one person is withheld. */
  isChannelShared: z.boolean().default(false),
  comments: z.array(commentSchema),
  /** One sheet for each coach who scored the call. */
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
