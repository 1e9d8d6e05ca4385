import { Checkbox, Textarea } from '@mantine/core';
import type { ExportContents, PackParts } from '../../contract/exportContract.ts';
import { format } from '../text/format.ts';
import { exportWords as words } from './exportWords.ts';
import { PassphraseFields, type PassphrasePair } from './PassphraseFields.tsx';

export interface PackForm extends PassphrasePair {
  readonly parts: PackParts;
  readonly note: string;
}

/** Audio is included only on request. */
export const noPack: PackForm = {
  parts: { comments: true, scores: true, reflection: true, audio: false },
  note: '',
  passphrase: '',
  again: '',
};

interface PackFieldsProps {
  readonly calls: readonly ExportContents[];
  readonly form: PackForm;
  readonly onForm: (form: PackForm) => void;
}

/** The contents of a coach pack, and its passphrase. */
export function PackFields({ calls, form, onForm }: PackFieldsProps) {
  const { parts, note } = form;
  const hasAudio = calls.some(({ audioBytes }) => audioBytes !== null);
  const audioBytes = sum(calls.map((call) => call.audioBytes ?? 0));
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
        {part('comments', words.parts.comments({ count: sum(calls.map(({ comments }) => comments)) }))}
        {part('scores', words.parts.scores({ count: sum(calls.map(({ scoreSheets }) => scoreSheets)) }))}
        {part('reflection', words.parts.reflection)}
        {part('audio', words.parts.audio({ size: hasAudio ? format.bytes(audioBytes) : words.noAudio }), hasAudio)}
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

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
