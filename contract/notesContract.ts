import { z } from 'zod';
import { callNotesSchema } from '../core/model/callNotes.ts';
import { commentSchema } from '../core/model/comment.ts';
import { reflectionChangeSchema } from '../core/model/reflection.ts';
import { scoreSheetSchema } from '../core/model/rubric.ts';
import { callIdSchema } from './callContract.ts';
import { procedure } from './procedure.ts';

const { author, at, until, text } = commentSchema.shape;
/** A comment as it was written; the host adds its id and time. */
export const newCommentSchema = z.object({ author, at, until, text });
export type NewComment = z.infer<typeof newCommentSchema>;

const { coach } = scoreSheetSchema.shape;

export const notesContract = {
  /**
   * Returns the additions to a call. Coaches score blind: another coach's scores are included only once both have
   * submitted theirs. `coach` is the reader; null for anyone who does not score.
   */
  get: procedure.input(z.object({ callId: callIdSchema, coach: coach.nullable() })).output(callNotesSchema),
  addComment: procedure.input(z.object({ callId: callIdSchema, comment: newCommentSchema })).output(commentSchema),
  removeComment: procedure.input(z.object({ callId: callIdSchema, commentId: z.string() })).output(z.void()),
  /** Saves a coach's scores, replacing earlier ones. Submitted scores stay as they are. */
  saveScores: procedure
    .input(z.object({ callId: callIdSchema, sheet: scoreSheetSchema.omit({ submittedAt: true }), submit: z.boolean() }))
    .output(scoreSheetSchema),
  /** Changes the agent's reflection: each answer separately, so that two concurrent changes both remain. */
  changeReflection: procedure
    .input(z.object({ callId: callIdSchema, change: reflectionChangeSchema }))
    .output(z.void()),
  /**
   * Sets whether both parties are on a call's only channel: measures that describe one person are then withheld
   * everywhere.
   */
  setChannelShared: procedure.input(z.object({ callId: callIdSchema, isShared: z.boolean() })).output(z.void()),
};
