import { missing } from '../../../../core/messages/formatter.ts';
import { type Criterion, rubricScale } from '../../../../core/model/rubric.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';

interface CriterionFieldProps {
  readonly criterion: Criterion;
  /** Null if the call gave no occasion, undefined if no level is selected yet. */
  readonly level: number | null | undefined;
  /** The levels of the other coaches, if they may be seen. */
  readonly others: readonly { readonly coach: string; readonly level: number | null }[];
  readonly isLocked: boolean;
  readonly onLevel: (level: number | null) => void;
}

const levels = Array.from(
  { length: rubricScale.highest - rubricScale.lowest + 1 },
  (_, index) => rubricScale.lowest + index,
);
const words = callWords.coaching;

/** One criterion with its scale, and the descriptions of its levels. */
export function CriterionField({ criterion, level, others, isLocked, onLevel }: CriterionFieldProps) {
  const { id, name, question, anchors } = criterion;
  return (
    <fieldset className="criterion" disabled={isLocked}>
      <legend>{name}</legend>
      <p className="criterion-question">{question}</p>
      <div className="criterion-scale">
        {[...levels, null].map((each) => (
          <label key={each} data-level={each ?? 'none'}>
            <input type="radio" name={`criterion-${id}`} checked={level === each} onChange={() => onLevel(each)} />
            <span>{each ?? words.noOccasion}</span>
          </label>
        ))}
      </div>
      <dl className="criterion-anchors">
        {anchors.map((anchor) => (
          <div key={anchor.level} data-selected={anchor.level === level}>
            <dt>{anchor.level}</dt>
            <dd>{anchor.looksLike}</dd>
          </div>
        ))}
      </dl>
      {others.map(({ coach, level: given }) => (
        <p key={coach} className="criterion-other">
          {words.other({ coach, level: given === null ? missing : format.number(given) })}
        </p>
      ))}
    </fieldset>
  );
}
