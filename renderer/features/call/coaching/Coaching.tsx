import { TextInput } from '@mantine/core';
import type { CallDetail } from '../../../../contract/callContract.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { useNotesStore } from '../../../state/notesStore.ts';
import { useReviewerStore } from '../../../state/reviewerStore.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { Comments } from './Comments.tsx';
import type { Draft } from './draft.ts';
import { ReflectionPanel } from './ReflectionPanel.tsx';
import { RubricPanel } from './RubricPanel.tsx';
import './coaching.css';

interface CoachingProps {
  readonly call: CallDetail;
  readonly draft: Draft | undefined;
  readonly onDraft: (draft: Draft | undefined) => void;
  /** Starts a comment at the playhead, or on the loop. */
  readonly onComment: () => void;
  readonly playback: Playback;
}

const words = callWords.coaching;

/** The comments, scores and reflection of the call. */
export function Coaching({ call, draft, onDraft, onComment, playback }: CoachingProps) {
  const { notes: intents } = useIntents();
  const { notes, scoring, error } = useNotesStore();
  const { callId, followUpOn } = call;
  const { name } = useReviewerStore();
  const coach = name.trim();
  if (!scoring) return error ? <ErrorNote title={words.failed} message={error.message} /> : null;
  return (
    <section className="coaching" aria-labelledby="coaching-heading">
      <div className="coaching-head">
        <h2 id="coaching-heading">{words.heading}</h2>
        <TextInput
          label={words.name}
          description={words.nameHint}
          defaultValue={name}
          maxLength={100}
          onBlur={({ currentTarget }) => void intents.setName(currentTarget.value)}
        />
      </div>
      {error && <ErrorNote title={words.failed} message={error.message} />}
      <div className="coaching-columns">
        <Comments
          comments={notes.comments}
          draft={draft}
          onDraft={onDraft}
          onComment={onComment}
          canComment={coach !== ''}
          playback={playback}
        />
        <ReflectionPanel key={callId} callId={callId} reflection={notes.reflection} followUpOn={followUpOn} />
      </div>
      <RubricPanel
        key={`${callId} ${scoring.sheets.some(({ sheet }) => sheet.coach === coach) ? coach : ''}`}
        scoring={scoring}
        coach={coach}
      />
    </section>
  );
}
