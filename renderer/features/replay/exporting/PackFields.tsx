import { Checkbox, Textarea } from '@mantine/core';
import type { ExportContents, PackParts } from '../../../../contract/exportContract.ts';
import { PassphraseFields, type PassphrasePair } from '../../../components/PassphraseFields.tsx';
import { summaryWords } from '../summaryWords.ts';
import { formatBytes } from './formatBytes.ts';

export interface PackForm extends PassphrasePair {
  readonly parts: PackParts;
  readonly note: string;
}

/** Voices go along only where that is chosen. */
export const noPack: PackForm = {
  parts: { comments: true, scores: true, reflection: true, audio: false },
  note: '',
  passphrase: '',
  again: '',
};

interface PackFieldsProps {
  readonly call: ExportContents;
  readonly form: PackForm;
  readonly onForm: (form: PackForm) => void;
}

const words = summaryWords.exporting;

/** What goes into a coach pack, and what it is sealed under. */
export function PackFields({ call, form, onForm }: PackFieldsProps) {
  const { parts, note } = form;
  const part = (name: keyof PackParts, label: string, isThere = true) => (
    <Checkbox
      label={label}
      disabled={!isThere}
      checked={isThere && parts[name]}
      onChange={({ currentTarget }) => onForm({ ...form, parts: { ...parts, [name]: currentTarget.checked } })}
    />
  );
  return (
    <div className="exporting-pack">
      <fieldset>
        <legend>{words.partsLabel}</legend>
        {part('comments', words.parts.comments(call.comments))}
        {part('scores', words.parts.scores(call.scoreSheets))}
        {part('reflection', words.parts.reflection)}
        {part(
          'audio',
          words.parts.audio(call.audioBytes === null ? words.noAudio : formatBytes(call.audioBytes)),
          call.audioBytes !== null,
        )}
      </fieldset>
      <Textarea
        label={words.note}
        rows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => onForm({ ...form, note: event.target.value })}
      />
      <PassphraseFields pair={form} onPair={(pair) => onForm({ ...form, ...pair })} />
    </div>
  );
}
