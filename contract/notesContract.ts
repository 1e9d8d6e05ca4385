import { z } from 'zod';
import { callNotesSchema } from '../core/model/callNotes.ts';
import { commentSchema } from '../core/model/comment.ts';
import { reflectionChangeSchema } from '../core/model/reflection.ts';
import { scoreSheetSchema } from '../core/model/rubric.ts';
import { callIdSchema } from './callContract.ts';
import { procedure } from './procedure.ts';

const { author, at, until, text } = commentSchema.shape;
/** A comment as it is written; its id and moment of writing are the host's. */
export const newCommentSchema = z.object({ author, at, until, text });
export type NewComment = z.infer<typeof newCommentSchema>;

const { coach } = scoreSheetSchema.shape;

export const notesContract = {
  /**
   * What was added to a call. Coaches score blind: another one's scores are among them only once both have submitted theirs.
   * `coach` is who asks; null is anyone who does not score.
   */
  get: procedure.input(z.object({ callId: callIdSchema, coach: coach.nullable() })).output(callNotesSchema),
  addComment: procedure.input(z.object({ callId: callIdSchema, comment: newCommentSchema })).output(commentSchema),
  removeComment: procedure.input(z.object({ callId: callIdSchema, commentId: z.string() })).output(z.void()),
  /** Keeps a coach's scores in place of the earlier ones. What was submitted stays. */
  saveScores: procedure
    .input(z.object({ callId: callIdSchema, sheet: scoreSheetSchema.omit({ submittedAt: true }), submit: z.boolean() }))
    .output(scoreSheetSchema),
  /** Changes what the agent says: each answer by itself, so that two given at once both stay. */
  changeReflection: procedure
    .input(z.object({ callId: callIdSchema, change: reflectionChangeSchema }))
    .output(z.void()),
  /** Says of a call with one channel whether both parties are on it: what describes one person is then withheld everywhere. */
  setChannelShared: procedure.input(z.object({ callId: callIdSchema, isShared: z.boolean() })).output(z.void()),
};
