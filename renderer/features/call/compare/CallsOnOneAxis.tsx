import type { CallDetail } from '../../../../contract/callContract.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { Panel } from '../../../components/Panel.tsx';
import { laneMarks } from '../timeline/layers.ts';
import { CompareCurve } from './CompareCurve.tsx';
import { compareWords as words } from './compareWords.ts';

interface CallsOnOneAxisProps {
  readonly call: CallDetail;
  readonly other: CallDetail;
}

const curves = { effort: 'effortDb', rate: 'articulationRate', pitch: 'pitchSemitones' } as const;

/** Both calls, aligned at their first second. */
export function CallsOnOneAxis({ call, other }: CallsOnOneAxisProps) {
  const seconds = Math.max(call.durationSeconds, other.durationSeconds);
  return (
    <Panel label={words.axis} heading className="compare-axis">
      <CallStrip call={call} seconds={seconds} />
      <CallStrip call={other} seconds={seconds} />
      {Object.entries(curves).map(([kind, field]) => (
        <CompareCurve
          key={kind}
          name={words.curves[kind as keyof typeof curves]}
          seconds={seconds}
          stepSeconds={call.report.timeline.stepSeconds}
          values={valuesOf(call.report, field)}
          otherStepSeconds={other.report.timeline.stepSeconds}
          otherValues={valuesOf(other.report, field)}
        />
      ))}
    </Panel>
  );
}

function valuesOf({ timeline }: CallReport, field: (typeof curves)[keyof typeof curves]): readonly (number | null)[] {
  return timeline.agent?.[field] ?? [];
}

const width = 1000;
const laneHeight = 16;

interface CallStripProps {
  readonly call: CallDetail;
  /** The length of the whole axis. */
  readonly seconds: number;
}

/** Shows who spoke when: the agent above, the caller below, talk-over in the lane of the party that started it. */
function CallStrip({ call: { title, report, durationSeconds }, seconds }: CallStripProps) {
  const marks = laneMarks(report).filter(({ layer }) => layer === 'speech' || layer === 'talk-over');
  const x = (at: number) => (at / seconds) * width;
  return (
    <div className="compare-strip">
      <span>{title}</span>
      <svg
        viewBox={`0 0 ${width} ${2 * laneHeight + 2}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.strip({ title })}
      >
        <rect className="compare-call" x={0} y={0} width={x(durationSeconds)} height={2 * laneHeight + 2} />
        {marks.map(({ layer, role, start, end }) => (
          <rect
            key={`${layer}-${role}-${start}`}
            data-layer={layer}
            data-role={role}
            x={x(start)}
            width={Math.max(1, x(end) - x(start))}
            y={role === 'agent' ? 2 : laneHeight + 2}
            height={laneHeight - 2}
          />
        ))}
      </svg>
    </div>
  );
}
