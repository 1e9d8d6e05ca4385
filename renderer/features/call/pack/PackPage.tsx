import { Button, FileButton, NativeSelect, PasswordInput } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { OpenedPack } from '../../../../contract/exportContract.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { usePackStore } from '../../../state/packStore.ts';
import { CallPage } from '../CallPage.tsx';
import { packWords } from './packWords.ts';
import './pack.css';

/** Opens a coach pack and shows its contents, to be imported or discarded. */
export function PackPage() {
  const state = usePackStore();
  if (state.phase === 'open') return <OpenPack {...state} />;
  return (
    <div className="pack">
      <h1 className="pack-title">{packWords.title}</h1>
      <Panel label={packWords.title} className="pack-sealed">
        <p>{packWords.lead}</p>
        {state.phase === 'sealed' && <PassphraseForm key={state.file.name} {...state} />}
        <ChooseButton isFirst={state.phase === 'none'} />
      </Panel>
    </div>
  );
}

function ChooseButton({ isFirst }: { readonly isFirst: boolean }) {
  const { packs } = useIntents();
  return (
    <FileButton accept=".coachpack" onChange={(file) => file && void packs.choose(file)}>
      {(props) => (
        <Button
          {...props}
          className="pack-choose"
          variant={isFirst ? 'filled' : 'default'}
          leftSection={<IconPackageImport size={18} aria-hidden />}
        >
          {isFirst ? packWords.choose : packWords.another}
        </Button>
      )}
    </FileButton>
  );
}

interface PassphraseFormProps {
  readonly file: File;
  readonly isOpening: boolean;
  readonly error: { readonly message: string } | undefined;
}

function PassphraseForm({ file, isOpening, error }: PassphraseFormProps) {
  const { packs } = useIntents();
  const [passphrase, setPassphrase] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    void packs.open(passphrase);
  };
  return (
    <form className="pack-form" onSubmit={open}>
      <p className="pack-file">{packWords.file({ name: file.name })}</p>
      {error && <ErrorNote title={packWords.failed} message={error.message} />}
      <PasswordInput
        label={packWords.passphrase}
        autoComplete="off"
        autoFocus
        maxLength={200}
        value={passphrase}
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
      />
      <Button type="submit" disabled={passphrase === '' || isOpening}>
        {isOpening ? packWords.opening : packWords.open}
      </Button>
    </form>
  );
}

interface OpenPackProps {
  readonly pack: OpenedPack;
  readonly error: { readonly message: string } | undefined;
}

function OpenPack({ pack: { note, calls }, error }: OpenPackProps) {
  const { packs } = useIntents();
  const [shown, setShown] = useState(calls[0]?.callId);
  const areInLibrary = calls.every(({ isInLibrary }) => isInLibrary);
  return (
    <div className="pack-open">
      <Panel label={packWords.title} className="pack-banner">
        <p>{areInLibrary ? packWords.known : packWords.looking}</p>
        {note !== '' && (
          <blockquote>
            <strong>{packWords.from}</strong> {note}
          </blockquote>
        )}
        {error && <ErrorNote title={packWords.importFailed} message={error.message} />}
        <div className="pack-actions">
          {!areInLibrary && <Button onClick={() => void packs.import()}>{packWords.import}</Button>}
          <Button variant="default" onClick={() => void packs.discard()}>
            {areInLibrary ? packWords.close : packWords.discard}
          </Button>
        </div>
        {calls.length > 1 && (
          <NativeSelect
            className="pack-calls"
            label={packWords.calls({ count: calls.length })}
            value={shown ?? ''}
            onChange={({ currentTarget }) => setShown(currentTarget.value)}
            data={calls.map(({ callId, title }, i) => ({
              value: callId,
              label: packWords.call({ place: i + 1, title }),
            }))}
          />
        )}
      </Panel>
      {shown !== undefined && <CallPage key={shown} callId={shown} isReadOnly />}
    </div>
  );
}
