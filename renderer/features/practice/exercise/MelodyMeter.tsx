import type { Drill } from '../../../../core/model/drill.ts';
import type { PracticeNow } from '../../../../core/model/practiceEvent.ts';
import { practiceWords } from '../practiceWords.ts';
import { height, melodyBands, width, xOf, yOf } from './melody.ts';
import './melodyMeter.css';

interface MelodyMeterProps {
  readonly contour: NonNullable<Drill['contour']>;
  readonly now: PracticeNow | undefined;
}

/** The melody as a band that moves in from the right, and the current pitch of the voice. */
export function MelodyMeter({ contour, now }: MelodyMeterProps) {
  const pitch = now?.speaking ? now.pitchSemitones : null;
  return (
    <div className="melody" role="img" aria-label={`${practiceWords.meters.melody}: ${practiceWords.meters.reference}`}>
      <span className="band-label" aria-hidden="true">
        {practiceWords.meters.melody}
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="band-trace" width={width} height={height} />
        {melodyBands(contour, now?.phaseSeconds ?? 0).map((points) => (
          <polygon key={points} className="melody-target" points={points} />
        ))}
        <line className="melody-now" x1={xOf(0)} x2={xOf(0)} y1="0" y2={height} />
        {pitch !== null && <rect className="melody-voice" x={xOf(0) - 1.5} width="3" y={yOf(pitch) - 1} height="2" />}
      </svg>
    </div>
  );
}
