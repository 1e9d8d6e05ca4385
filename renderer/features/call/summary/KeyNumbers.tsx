import { IconArrowRight, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo } from 'react';
import { missing } from '../../../../core/messages/formatter.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { summaryNumbers } from '../../../../core/summary/summaryNumbers.ts';
import { language } from '../../../text/language.ts';
import { callWords } from '../callWords.ts';
import './keyNumbers.css';

interface KeyNumbersProps {
  readonly report: CallReport;
  readonly onJump: (at: number) => void;
}

const words = callWords.numbers;

export function KeyNumbers({ report, onJump }: KeyNumbersProps) {
  const numbers = useMemo(() => summaryNumbers(report, language), [report]);
  return (
    <section aria-label={words.heading}>
      <ul className="numbers">
        {numbers.map((number) => (
          <li key={number.id} className="number" data-missing={number.value === undefined}>
            <span className="number-label">{number.label}</span>
            <span className="number-value">
              {number.value ?? missing}
              {number.jumpTo !== undefined && (
                <button
                  type="button"
                  className="number-jump"
                  aria-label={words.jump({ label: number.label })}
                  onClick={() => number.jumpTo !== undefined && onJump(number.jumpTo)}
                >
                  <IconArrowRight size={16} aria-hidden />
                </button>
              )}
            </span>
            <span className="number-detail">{number.detail}</span>
            {number.target !== undefined && <Target target={number.target} isMet={number.isMet} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TargetProps {
  readonly target: string;
  readonly isMet: boolean | undefined;
}

function Target({ target, isMet }: TargetProps) {
  const Icon = isMet ? IconCheck : IconCircleDashed;
  return (
    <span className="number-target" data-met={isMet}>
      <Icon size={15} stroke={2.2} aria-hidden />
      {isMet ? words.met({ target }) : words.target({ target })}
    </span>
  );
}
