import { callMarks, secondsPerStage } from '../../../../core/model/callMark.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { stepTitles } from '../../../components/stepTitles.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import './stepTimes.css';

/** The time spent in each step that was marked during the call; nothing if none was. */
export function StepTimes({ report }: { readonly report: CallReport }) {
  const marks = callMarks(report.marks);
  if (!marks.some(({ kind }) => kind === 'stage')) return null;
  const times = secondsPerStage(marks, report.source.durationSeconds);
  return (
    <section aria-label={callWords.stageTimes}>
      <dl className="step-times">
        {[...times].map(([stage, seconds]) => (
          <div key={stage}>
            <dt>{stepTitles[stage]}</dt>
            <dd>{format.clock(seconds)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
