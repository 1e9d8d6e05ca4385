import { Autocomplete, Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useImportStore } from '../../state/importStore.ts';
import { useSettingsStore } from '../../state/settingsStore.ts';
import { importWords } from './importWords.ts';
import { channelRoles } from './recordingWords.ts';
import { useOpeningForm } from './useOpenRecording.ts';
import './folderForm.css';

const words = importWords.form;

/** Asks for a folder of the host's disk. */
export function FolderForm({ onClose }: { readonly onClose: () => void }) {
  const { imports } = useIntents();
  const folders = useImportStore((state) => state.folders);
  const error = useImportStore((state) => state.error);
  const hasDialog = useSettingsStore(({ view }) => view?.desktop != null);
  const [path, setPath] = useState('');
  const [agent, setAgent] = useState('');
  const [tags, setTags] = useState('');
  const [watches, setWatches] = useState(false);

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault();
    const roles = channelRoles[useOpeningForm.getState().layout];
    const hasStarted = await imports.start({
      paths: [path],
      watches,
      roles: roles && [...roles],
      agent: agent.trim() || null,
      tags: tags.split(',').flatMap((tag) => tag.trim() || []),
    });
    if (hasStarted) onClose();
  }

  return (
    <form className="folder-form" aria-label={words.label} onSubmit={(event) => void start(event)}>
      {hasDialog && (
        <Button
          className="folder-form-wide folder-form-choose"
          variant="default"
          onClick={() => void imports.chooseFolder().then((chosen) => chosen !== undefined && setPath(chosen))}
        >
          {words.choose}
        </Button>
      )}
      <Autocomplete
        className="folder-form-path"
        label={words.path}
        description={words.pathHint}
        value={path}
        data={folders.filter((folder) => folder !== path)}
        // The host has filtered them already.
        filter={({ options }) => options}
        onChange={(typed) => {
          setPath(typed);
          void imports.complete(typed);
        }}
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label={words.agent}
        description={words.agentHint}
        value={agent}
        onChange={({ currentTarget }) => setAgent(currentTarget.value)}
      />
      <TextInput
        label={words.tags}
        description={words.tagsHint}
        value={tags}
        onChange={({ currentTarget }) => setTags(currentTarget.value)}
      />
      <Checkbox
        className="folder-form-wide"
        label={words.watches}
        checked={watches}
        onChange={({ currentTarget }) => setWatches(currentTarget.checked)}
      />
      {error && (
        <div className="folder-form-wide">
          <ErrorNote message={error.message} />
        </div>
      )}
      <div className="folder-form-wide folder-form-foot">
        <Button type="submit">{words.start}</Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <p className="note">{words.channels}</p>
      </div>
    </form>
  );
}
