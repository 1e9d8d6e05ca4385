import { Tabs } from '@mantine/core';
import type { Exercise } from '../../../../core/model/practiceAttempt.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { PlanPanel } from '../plan/PlanPanel.tsx';
import { practiceWords } from '../practiceWords.ts';
import { CardDeck } from './CardDeck.tsx';
import { DrillList } from './DrillList.tsx';
import { PracticeSetup } from './PracticeSetup.tsx';
import { RecordingList } from './RecordingList.tsx';
import { ScenarioList } from './ScenarioList.tsx';

const { tabs } = practiceWords;

/** Errors are shown at the top, and the button that was pressed may be far below. */
function bringIntoView(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'center' });
}

/** All exercises, with the trainee's progress. */
export function PracticeHub() {
  const { practice } = useIntents();
  const { error, progress } = usePracticeStore();
  const dueCards = progress?.dueCards.length ?? 0;
  const start = (exercise: Exercise) => void practice.start(exercise);

  return (
    <div className="practice">
      <div className="practice-head">
        <div>
          <h1>{practiceWords.title}</h1>
          <p>{practiceWords.lead}</p>
        </div>
        {progress && progress.streakDays > 0 && (
          <p className="practice-streak">{practiceWords.streak({ days: progress.streakDays })}</p>
        )}
      </div>
      {error && (
        <div ref={bringIntoView}>
          <ErrorNote message={error.message} />
        </div>
      )}
      <PracticeSetup />
      <Tabs defaultValue="callers" keepMounted={false} className="practice-tabs">
        <Tabs.List>
          <Tabs.Tab value="callers">{tabs.callers}</Tabs.Tab>
          <Tabs.Tab value="drills">{tabs.drills}</Tabs.Tab>
          <Tabs.Tab value="recording">{tabs.recording}</Tabs.Tab>
          <Tabs.Tab value="cards">{dueCards > 0 ? tabs.cardsDue({ count: dueCards }) : tabs.cards}</Tabs.Tab>
          <Tabs.Tab value="plan">{tabs.plan}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="callers">
          <ScenarioList onStart={start} />
        </Tabs.Panel>
        <Tabs.Panel value="drills">
          <DrillList onStart={start} />
        </Tabs.Panel>
        <Tabs.Panel value="recording">
          <RecordingList onStart={start} />
        </Tabs.Panel>
        <Tabs.Panel value="cards">
          <CardDeck />
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          <PlanPanel onStart={start} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
