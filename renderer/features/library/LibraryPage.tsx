import { Button, FileButton, Radio } from '@mantine/core';
import { IconWaveSine } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { recordingExtensions, recordingFormatNames } from '../../../core/model/recordingFormats.ts';
import { BaselineChooser } from '../../components/BaselineChooser.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { FollowUpsDue } from '../../components/FollowUpsDue.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { hashOf } from '../../state/page.ts';
import { useRecordingStore } from '../../state/recordingStore.ts';
import { AnalysisProgress } from './AnalysisProgress.tsx';
import { CallLibrary } from './CallLibrary.tsx';
import { FolderForm } from './FolderForm.tsx';
import { ImportList } from './ImportList.tsx';
import { recordingWords } from './recordingWords.ts';
import { SampleCards } from './SampleCards.tsx';
import { useOpeningForm, useOpenRecording } from './useOpenRecording.ts';
import './library.css';

/** Files with other extensions can still be dropped on the window: the content decides. */
const acceptedFiles = ['audio/*', ...recordingExtensions.map((extension) => `.${extension}`)].join();

export function LibraryPage() {
  const { recordings, imports } = useIntents();
  const analysis = useRecordingStore((state) => state.analysis);

  useEffect(() => {
    void recordings.refresh();
    void imports.follow();
  }, [recordings, imports]);

  return (
    <div className="library-page">
      <h1 className="library-page-title">{recordingWords.title}</h1>
      <FollowUpsDue />
      {analysis.phase === 'failed' && (
        <ErrorNote
          title={recordingWords.failed({ title: analysis.title })}
          message={analysis.error.message}
          onClose={() => recordings.dismiss()}
        />
      )}
      {analysis.phase === 'running' ? <AnalysisProgress {...analysis} /> : <OpeningForm />}
      <ImportList />
      <CallLibrary />
      <SampleCards isBusy={analysis.phase === 'running'} />
    </div>
  );
}

function OpeningForm() {
  const openRecording = useOpenRecording();
  const { layout } = useOpeningForm();
  const [asksForFolder, setAsksForFolder] = useState(false);
  const hasCalls = useLibraryStore((state) => (state.total ?? 0) > 0);
  const { drop, roles } = recordingWords;
  return (
    <Panel label={drop.heading} className={hasCalls ? 'opening opening-beside' : 'opening'}>
      <div className="opening-zone">
        <IconWaveSine size={44} stroke={1.4} aria-hidden />
        <div>
          <h2>{drop.heading}</h2>
          <p>{drop.hint({ formats: recordingFormatNames })}</p>
        </div>
        <div className="opening-actions">
          <FileButton multiple accept={acceptedFiles} onChange={openRecording}>
            {(props) => (
              <Button {...props} size="md" radius="xl">
                {drop.choose}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            size="md"
            radius="xl"
            aria-expanded={asksForFolder}
            onClick={() => setAsksForFolder(!asksForFolder)}
          >
            {drop.folder}
          </Button>
          <Button component="a" href={hashOf({ name: 'pack' })} variant="default" size="md" radius="xl">
            {drop.pack}
          </Button>
        </div>
      </div>
      {asksForFolder && <FolderForm onClose={() => setAsksForFolder(false)} />}
      <div className="opening-options">
        <Radio.Group
          label={roles.label}
          value={layout}
          onChange={(value) => useOpeningForm.setState({ layout: value })}
        >
          <div className="opening-roles">
            {(['usual', 'swapped', 'one'] as const).map((value) => (
              <Radio key={value} value={value} label={roles[value]} />
            ))}
          </div>
        </Radio.Group>
        <BaselineChooser />
      </div>
    </Panel>
  );
}
