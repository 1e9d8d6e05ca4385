import { Button, FileButton } from '@mantine/core';
import type { ScenarioOutline } from '../../../../contract/practiceContract.ts';
import type { Exercise } from '../../../../core/model/practiceAttempt.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { practiceWords } from '../practiceWords.ts';
import { ExerciseCard } from './ExerciseCard.tsx';

const words = practiceWords.callers;

type StartProps = { readonly onStart: (exercise: Exercise) => void };

export function ScenarioList({ onStart }: StartProps) {
  const scenarios = usePracticeStore(({ catalogue }) => catalogue?.scenarios) ?? [];
  const cards = (own: boolean) => {
    const shown = scenarios.filter(({ isCustom }) => isCustom === own);
    if (shown.length === 0) return null;
    return (
      <div className="exercises">
        {shown.map((scenario) => (
          <ScenarioCard key={scenario.id} scenario={scenario} onStart={onStart} />
        ))}
      </div>
    );
  };
  return (
    <>
      <section aria-label={words.heading}>
        <h2 className="practice-heading">{words.heading}</h2>
        {cards(false)}
      </section>
      <section aria-label={words.own} className="own-callers">
        <h2 className="practice-heading">{words.own}</h2>
        <p className="practice-note">{words.ownHint}</p>
        <ScenarioTroubleNote />
        {cards(true)}
        <OpenButtons />
      </section>
    </>
  );
}

function ScenarioCard({ scenario, onStart }: StartProps & { readonly scenario: ScenarioOutline }) {
  const { practice } = useIntents();
  const { voice, systemVoices } = usePracticeStore();
  const { id, title, trade, situation, practices, isCustom, hasClips } = scenario;
  const isVoiceless = !hasClips && voice.kind === 'clips';
  return (
    <ExerciseCard
      exercise={{ kind: 'scenario', id }}
      name={title}
      kicker={isCustom ? words.ownKicker({ trade }) : trade}
      onStart={onStart}
    >
      <p>{situation}</p>
      <ul className="exercise-practices" aria-label={words.trains}>
        {practices.map((practised) => (
          <li key={practised}>{practiceWords.practices[practised]}</li>
        ))}
      </ul>
      {isVoiceless && <p className="practice-note">{systemVoices.length > 0 ? words.voiceless : words.noVoice}</p>}
      {isCustom && (
        <Button
          variant="subtle"
          size="sm"
          radius="xl"
          color="var(--ss-ink-soft)"
          onClick={() => void practice.removeScenario(id)}
        >
          {words.remove({ title })}
        </Button>
      )}
    </ExerciseCard>
  );
}

/** Lists the problems of the opened files, one per line. */
function ScenarioTroubleNote() {
  const trouble = usePracticeStore(({ scenarioTrouble }) => scenarioTrouble);
  if (!trouble) return null;
  return (
    <ErrorNote title={trouble.file === '' ? words.unsound : words.unsoundFile({ file: trouble.file })} message="">
      <ul className="scenario-problems">
        {trouble.problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </ErrorNote>
  );
}

/** React does not know this attribute, which lets the user select a folder. */
const folderProps = { webkitdirectory: '' } as object;

function OpenButtons() {
  const { practice } = useIntents();
  const open = (files: File[]) => files.length > 0 && void practice.importScenario(files);
  return (
    <div className="plan-actions">
      <FileButton multiple accept=".json,audio/*,.opus" onChange={open}>
        {(props) => (
          <Button {...props} variant="default" radius="xl">
            {words.openFiles}
          </Button>
        )}
      </FileButton>
      <FileButton multiple inputProps={folderProps} onChange={open}>
        {(props) => (
          <Button {...props} variant="default" radius="xl">
            {words.openFolder}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
