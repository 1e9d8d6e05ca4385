import { Checkbox, PasswordInput, Textarea } from '@mantine/core';
import { type ExportContents, type PackParts, passphraseMinLength } from '../../../../contract/exportContract.ts';
import { summaryWords } from '../summaryWords.ts';
import { formatBytes } from './formatBytes.ts';

export interface PackForm {
  readonly parts: PackParts;
  readonly note: string;
  readonly passphrase: string;
  readonly again: string;
}

/** Voices go along only where that is chosen. */
export const noPack: PackForm = {
  parts: { comments: true, scores: true, reflection: true, audio: false },
  note: '',
  passphrase: '',
  again: '',
};

export function isPackReady({ passphrase, again }: PackForm): boolean {
  return passphrase.length >= passphraseMinLength && passphrase === again;
}

interface PackFieldsProps {
  readonly call: ExportContents;
  readonly form: PackForm;
  readonly onForm: (form: PackForm) => void;
}

const words = summaryWords.exporting;

/** What goes into a coach pack, and what it is sealed under. */
export function PackFields({ call, form, onForm }: PackFieldsProps) {
  const { parts, note, passphrase, again } = form;
  const part = (name: keyof PackParts, label: string, isThere = true) => (
    <Checkbox
      label={label}
      disabled={!isThere}
      checked={isThere && parts[name]}
      onChange={({ currentTarget }) => onForm({ ...form, parts: { ...parts, [name]: currentTarget.checked } })}
    />
  );
  const isShort = passphrase !== '' && passphrase.length < passphraseMinLength;
  const differs = again !== '' && again !== passphrase;
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
        autosize
        minRows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => onForm({ ...form, note: event.target.value })}
      />
      <PasswordInput
        label={words.passphrase}
        description={words.passphraseHint(passphraseMinLength)}
        error={isShort && words.passphraseShort(passphraseMinLength)}
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => onForm({ ...form, passphrase: event.target.value })}
      />
      <PasswordInput
        label={words.passphraseAgain}
        error={differs && words.passphraseDiffers}
        autoComplete="new-password"
        value={again}
        onChange={(event) => onForm({ ...form, again: event.target.value })}
      />
    </div>
  );
}
