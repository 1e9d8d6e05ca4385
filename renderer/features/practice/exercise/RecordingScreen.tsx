import { Panel } from '../../../components/Panel.tsx';
import type { RunningAttempt } from '../../../state/practiceRun.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';
import { GuidedText } from './GuidedText.tsx';
import { RunBar } from './RunBar.tsx';
import { PaceMeter, SoftnessMeter } from './VoiceMeters.tsx';

interface RecordingScreenProps {
  readonly attempt: RunningAttempt;
  readonly passageId: string;
}

/** A recording that the trainee makes of their own voice. */
export function RecordingScreen({ attempt, passageId }: RecordingScreenProps) {
  const catalogue = usePracticeStore((state) => state.catalogue);
  const passage = catalogue?.passages.find(({ id }) => id === passageId);
  const { now, session } = attempt;
  const name = exerciseName(session.exercise, catalogue);
  return (
    <>
      <header className="run-head">
        <div>
          <h1>{name}</h1>
          {!passage && <p>{practiceWords.recording.freeLead}</p>}
        </div>
      </header>
      {passage && (
        <Panel label={name} className="drill-task">
          {now && <GuidedText text={passage.text} seconds={now.at} rate={now.targetRate} />}
        </Panel>
      )}
      <Panel label={practiceWords.meters.label} className="run-meters">
        <SoftnessMeter now={now} />
        <PaceMeter now={now} />
      </Panel>
      <RunBar seconds={now?.at ?? 0} stop={practiceWords.recording.stop} />
    </>
  );
}
