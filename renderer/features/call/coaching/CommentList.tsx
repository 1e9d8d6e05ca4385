import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Comment } from '../../../../core/model/comment.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { whenOf } from './draft.ts';

interface CommentListProps {
  readonly comments: readonly Comment[];
  readonly playback: Playback;
  /** Undefined if they can only be read. */
  readonly onRemove?: (commentId: string) => void;
}

const words = callWords.coaching;

/** Comments in order of time; the time of each is a link to it. */
export function CommentList({ comments, playback, onRemove }: CommentListProps) {
  return (
    <ul>
      {comments.map((comment) => (
        <li key={comment.id}>
          <button
            type="button"
            className="comments-when"
            aria-label={words.jump({ when: whenOf(comment) })}
            onClick={() => playback.seek(comment.at)}
          >
            {whenOf(comment)}
          </button>
          <p>
            <strong>{comment.author}</strong> {comment.text}
          </p>
          {onRemove && (
            <ActionIcon
              variant="subtle"
              color="var(--ss-ink-soft)"
              aria-label={words.remove({ when: whenOf(comment) })}
              onClick={() => onRemove(comment.id)}
            >
              <IconTrash size={17} stroke={1.7} aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
