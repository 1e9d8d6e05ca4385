import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Scoring } from '../../../../contract/reviewContract.ts';
import { missing } from '../../../../core/messages/formatter.ts';
import type { ScoreSheet } from '../../../../core/model/rubric.ts';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { hashOf } from '../../../state/page.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { CriterionField } from './CriterionField.tsx';

interface RubricPanelProps {
  readonly scoring: Scoring;
  /** The name of the person who scores; empty until they enter it. */
  readonly coach: string;
}

const words = callWords.coaching;

/** The scores by criterion, of one or two coaches who do not see each other's scores before both have submitted. */
export function RubricPanel({ scoring: { rubric, sheets, agreement }, coach }: RubricPanelProps) {
  const { notes } = useIntents();
  const own = sheets.find(({ sheet }) => sheet.coach === coach);
  const others = sheets.filter((each) => each !== own);
  const [levels, setLevels] = useState<ScoreSheet['levels']>(own?.sheet.levels ?? {});
  const isDone = own?.sheet.submittedAt != null;
  const save = (submit: boolean) => void notes.saveScores({ rubricId: rubric.id, levels }, submit);

  return (
    <Panel label={words.scores} heading className="rubric">
      <details open={own !== undefined}>
        <summary>
          {rubric.name}
          {own && (
            <strong>{words.score({ points: own.share === null ? missing : format.number(100 * own.share) })}</strong>
          )}
        </summary>
        <p className="coaching-hint">
          {coach === '' ? words.nameFirst : words.scoresHint}{' '}
          <a href={hashOf({ name: 'rubric' })}>{words.editRubric}</a>
        </p>
        <div className="rubric-criteria">
          {rubric.criteria.map((criterion) => (
            <CriterionField
              key={criterion.id}
              criterion={criterion}
              level={levels[criterion.id]}
              others={others.map(({ sheet }) => ({ coach: sheet.coach, level: sheet.levels[criterion.id] ?? null }))}
              isLocked={isDone || coach === ''}
              onLevel={(level) => setLevels({ ...levels, [criterion.id]: level })}
            />
          ))}
        </div>
        {isDone ? (
          <p className="coaching-hint">{words.submitted}</p>
        ) : (
          <div className="coaching-buttons">
            <Button disabled={coach === ''} title={words.submitHint} onClick={() => save(true)}>
              {words.submit}
            </Button>
            <Button variant="default" disabled={coach === ''} onClick={() => save(false)}>
              {words.saveDraft}
            </Button>
          </div>
        )}
      </details>
      {agreement && agreement.n > 0 && (
        <p className="rubric-agreement">
          {words.agreement({
            same: Math.round((agreement.sameShare ?? 0) * agreement.n),
            n: agreement.n,
            other: agreement.other,
            distance: format.number(agreement.meanDistance ?? 0, 1),
          })}{' '}
          {words.tooFew}
        </p>
      )}
    </Panel>
  );
}
