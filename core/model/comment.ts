import { z } from 'zod';

/** A comment by a coach or the agent on a moment or span of a call. Times are seconds from the start of the call. */
export const commentSchema = z
  .object({
    id: z.string().min(1),
    author: z.string().min(1).max(200),
    at: z.number().nonnegative(),
    /** End of the span; null for a moment. */
    until: z.number().nonnegative().nullable(),
    text: z.string().trim().min(1).max(4000),
    writtenAt: z.iso.datetime(),
  })
  .refine(({ at, until }) => until === null || until > at, { error: 'a span ends after it starts', path: ['until'] });
export type Comment = z.infer<typeof commentSchema>;

/** Adds or replaces a comment. Comments are in the order of the moments they refer to. */
export function withComment(comments: readonly Comment[], comment: Comment): Comment[] {
  return [...comments.filter(({ id }) => id !== comment.id), comment].toSorted((a, b) => a.at - b.at);
}
