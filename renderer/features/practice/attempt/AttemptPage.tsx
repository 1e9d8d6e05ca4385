import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AttemptCurve, PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { goTo, hashOf } from '../../../state/page.ts';
import { type AttemptInView, usePracticeStore } from '../../../state/practiceStore.ts';
import { format } from '../../../text/format.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';
import { AttemptChart } from './AttemptChart.tsx';
import { AttemptTable } from './AttemptTable.tsx';
import { ScorePanel } from './ScorePanel.tsx';
import '../practice.css';

const words = practiceWords.attempt;

/** A finished attempt, next to an earlier one. */
export function AttemptPage({ attemptId }: { readonly attemptId: string }) {
  const { practice } = useIntents();
  const { opened, error } = usePracticeStore();
  useEffect(() => {
    void practice.open(attemptId);
  }, [practice, attemptId]);
  if (error) return <ErrorNote message={error.message} />;
  if (opened?.attempt.attemptId !== attemptId) return <p className="practice-note">{words.loading}</p>;
  return <OpenedAttemptView {...opened} />;
}

type GhostChoice = keyof typeof words.ghosts;

function OpenedAttemptView({ attempt, earlier }: AttemptInView) {
  const catalogue = usePracticeStore((state) => state.catalogue);
  const ghosts = ghostsOf(attempt, earlier);
  const choices: readonly GhostChoice[] = [...ghosts.keys(), 'none'];
  const [choice, setChoice] = useState(choices[0] ?? 'none');
  const { turnedAt, callId } = attempt;
  return (
    <div className="practice attempt">
      <div className="attempt-head">
        <h1>{exerciseName(attempt.exercise, catalogue)}</h1>
        <p className="practice-note">{practiceWords.level({ level: attempt.level })}</p>
      </div>
      <ScorePanel attempt={attempt} previous={earlier[0]} />
      <Panel label={words.curves} heading>
        {ghosts.size > 0 && (
          <NativeSelect
            className="attempt-ghost-choice"
            label={words.ghost}
            value={choice}
            onChange={({ currentTarget }) => setChoice(choices.find((each) => each === currentTarget.value) ?? 'none')}
            data={choices.map((value) => ({ value, label: words.ghosts[value] }))}
          />
        )}
        <AttemptChart attempt={attempt} ghost={ghosts.get(choice)} />
        {turnedAt && (
          <p className="attempt-turned">
            {words.turnedAt({ clock: format.clock(turnedAt.at), by: words.turnedBy[turnedAt.by] })}
          </p>
        )}
      </Panel>
      <AttemptTable attempts={[attempt, ...earlier]} />
      <div className="attempt-actions">
        <Button radius="xl" onClick={() => goTo({ name: 'practice' })}>
          {words.back}
        </Button>
        {callId !== null && (
          <Button radius="xl" variant="default" component="a" href={hashOf({ name: 'call', callId })}>
            {words.summary}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The attempts to compare this one with, the nearest first. */
function ghostsOf(
  { reference }: AttemptInView['attempt'],
  earlier: readonly PracticeAttempt[],
): ReadonlyMap<GhostChoice, AttemptCurve> {
  const [previous] = earlier;
  const [best] = earlier.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
  const ghosts = new Map<GhostChoice, AttemptCurve>();
  if (previous) ghosts.set('previous', previous.curve);
  if (best) ghosts.set('best', best.curve);
  if (reference) ghosts.set('reference', reference);
  return ghosts;
}
