import type { ScenarioOutline } from '../../../../contract/practiceContract.ts';
import { cueWords } from '../../../../core/model/cueWords.ts';
import { FloorLight } from '../../../components/FloorLight.tsx';
import { floorWords } from '../../../components/floorWords.ts';
import { Panel } from '../../../components/Panel.tsx';
import type { RunningAttempt } from '../../../state/practiceRun.ts';
import { practiceWords } from '../practiceWords.ts';
import { RunBar } from './RunBar.tsx';
import { StormMeter } from './StormMeter.tsx';
import { PaceMeter, SoftnessMeter } from './VoiceMeters.tsx';

const words = practiceWords.run;

interface SimulatorScreenProps {
  readonly attempt: RunningAttempt;
  readonly scenario: ScenarioOutline;
}

/** A call with the simulated caller. */
export function SimulatorScreen({ attempt, scenario }: SimulatorScreenProps) {
  const { now, cue, caption, heat, talkOvers, outcome, session } = attempt;
  const { aids } = session;
  return (
    <>
      <header className="run-head">
        <div>
          <h1>{scenario.title}</h1>
          <p>
            <strong>{words.goal}:</strong> {scenario.goal}
          </p>
        </div>
        <p className="run-cue" role="status" aria-label={words.cue} data-shown={cue !== undefined}>
          {cue && cueWords[cue.kind]}
        </p>
      </header>
      <div className="run-faces">
        <Panel label={words.caller} className="run-caller">
          <p className="run-name">{scenario.caller.name}</p>
          {aids.feedback && now?.intensity ? (
            <StormMeter intensity={now.intensity} heat={heat} />
          ) : (
            <p className="practice-note">{words.hidden}</p>
          )}
          <p className="run-caption" aria-live="off">
            {caption === '' ? words.ready : words.caption({ line: caption })}
          </p>
        </Panel>
        <Panel label={floorWords.label} className="run-floor">
          {aids.floorLight ? (
            <FloorLight floor={now?.floor ?? undefined} />
          ) : (
            <p className="practice-note">{words.floorHidden}</p>
          )}
        </Panel>
      </div>
      {aids.feedback && (
        <Panel label={practiceWords.meters.label} className="run-meters">
          <SoftnessMeter now={now} />
          <PaceMeter now={now} />
        </Panel>
      )}
      {outcome && <p className="run-outcome">{practiceWords.outcomes[outcome]}</p>}
      <RunBar seconds={now?.at ?? 0} talkOvers={talkOvers} />
    </>
  );
}
