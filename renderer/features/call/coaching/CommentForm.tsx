import { Button, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useIntents } from '../../../intents/intents.ts';
import { callWords } from '../callWords.ts';
import { type Draft, whenOf } from './draft.ts';

interface CommentFormProps {
  readonly draft: Draft;
  readonly needsName: boolean;
  readonly onDone: () => void;
}

const words = callWords.coaching;

/** Ctrl or Command with Enter saves the text, Escape cancels. */
export function CommentForm({ draft, needsName, onDone }: CommentFormProps) {
  const { notes } = useIntents();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  // Asked for at first, the name stays on the form while it is typed.
  const asksName = useRef(needsName).current;
  const canSave = text.trim() !== '' && (!asksName || name.trim() !== '');

  const save = async () => {
    if (!canSave) return;
    if (asksName) await notes.setName(name);
    await notes.addComment({ ...draft, text });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its fields are what is typed in
    <div className="comment-form" onKeyDown={onKeyDown}>
      {asksName && (
        <TextInput label={words.name} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      )}
      <Textarea
        label={words.newComment({ when: whenOf(draft) })}
        placeholder={words.text}
        autoFocus
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="coaching-buttons">
        <Button disabled={!canSave} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
