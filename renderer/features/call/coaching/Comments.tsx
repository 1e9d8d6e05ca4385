import { Button, Kbd } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import type { Comment } from '../../../../core/model/comment.ts';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentList } from './CommentList.tsx';
import { type Draft, whenOf } from './draft.ts';

interface CommentsProps {
  readonly comments: readonly Comment[];
  readonly draft: Draft | undefined;
  readonly onDraft: (draft: Draft | undefined) => void;
  readonly onComment: () => void;
  /** True if the name of the commenter is known. */
  readonly canComment: boolean;
  readonly playback: Playback;
}

const words = callWords.coaching;

export function Comments({ comments, draft, onDraft, onComment, canComment, playback }: CommentsProps) {
  const { notes } = useIntents();
  return (
    <Panel label={words.comments} heading className="comments">
      {comments.length === 0 && !draft && <p className="coaching-hint">{words.noComments}</p>}
      <CommentList comments={comments} playback={playback} onRemove={(id) => void notes.removeComment(id)} />
      {draft ? (
        <CommentForm key={whenOf(draft)} draft={draft} needsName={!canComment} onDone={() => onDraft(undefined)} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconMessagePlus size={18} aria-hidden />}
          rightSection={<Kbd size="xs">{words.addHint}</Kbd>}
          onClick={onComment}
        >
          {words.add}
        </Button>
      )}
    </Panel>
  );
}
