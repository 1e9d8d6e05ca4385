import type { Drill, DrillPhase } from '../../../../core/model/drill.ts';
import type { PracticeNow } from '../../../../core/model/practiceEvent.ts';
import { FloorLight } from '../../../components/FloorLight.tsx';
import { Panel } from '../../../components/Panel.tsx';
import type { RunningAttempt } from '../../../state/practiceRun.ts';
import { practiceWords } from '../practiceWords.ts';
import { BreathPacer } from './BreathPacer.tsx';
import { GuidedText } from './GuidedText.tsx';
import { MelodyMeter } from './MelodyMeter.tsx';
import { RunBar } from './RunBar.tsx';
import { PaceMeter, SoftnessMeter } from './VoiceMeters.tsx';

const words = practiceWords.run;

/** A drill: the instruction of the moment and the trainee's readings. */
export function DrillScreen({ attempt, drill }: { readonly attempt: RunningAttempt; readonly drill: Drill }) {
  const { now } = attempt;
  const phase = now?.phase == null ? undefined : drill.phases[now.phase];
  const { weights } = drill;
  const { name, lead } = practiceWords.drills[drill.id];
  return (
    <>
      <header className="run-head">
        <div>
          <h1>{name}</h1>
          <p>{lead}</p>
        </div>
      </header>
      <Panel label={name} className="drill-task">
        <p className="drill-instruction" data-warns={now?.talksOver ?? false}>
          {instruction(phase, now)}
        </p>
        {now && phase && <Task phase={phase} now={now} hasFloorLight={attempt.session.aids.floorLight} />}
        {phase && <TimeLeft share={(now?.phaseSeconds ?? 0) / phase.seconds} />}
      </Panel>
      <Panel label={practiceWords.meters.label} className="run-meters">
        {attempt.session.aids.feedback ? (
          <>
            {drill.contour && <MelodyMeter contour={drill.contour} now={now} />}
            {(weights.soft !== undefined || weights.timing !== undefined) && <SoftnessMeter now={now} />}
            {weights.pace !== undefined && <PaceMeter now={now} />}
          </>
        ) : (
          <p className="practice-note">{words.hidden}</p>
        )}
      </Panel>
      <RunBar seconds={Math.max(0, now?.at ?? 0)} />
    </>
  );
}

function instruction(phase: DrillPhase | undefined, now: PracticeNow | undefined): string {
  if (now?.talksOver) return words.talksOver;
  if (phase) return words.phases[phase.kind];
  return now && now.at > 0 ? words.done : words.ready;
}

interface TaskProps {
  readonly phase: DrillPhase;
  readonly now: PracticeNow;
  readonly hasFloorLight: boolean;
}

function Task({ phase, now, hasFloorLight }: TaskProps) {
  const seconds = now.phaseSeconds ?? 0;
  switch (phase.kind) {
    case 'speak':
      return phase.text && <GuidedText text={phase.text} seconds={seconds} rate={now.targetRate} />;
    case 'answer':
      return <p className="drill-answer">{phase.text}</p>;
    case 'breathe':
      return <BreathPacer seconds={seconds} />;
    case 'caller':
    case 'pause':
      return hasFloorLight ? (
        <div className="drill-floor">
          <FloorLight floor={now.floor ?? undefined} />
        </div>
      ) : (
        <p className="practice-note">{words.floorHidden}</p>
      );
  }
}

function TimeLeft({ share }: { readonly share: number }) {
  return (
    <svg className="drill-time" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className="drill-time-left" width={Math.max(0, 100 * (1 - share))} height="1" />
    </svg>
  );
}
