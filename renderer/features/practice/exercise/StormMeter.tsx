import { type Intensity, intensities } from '../../../../core/model/scenario.ts';
import type { HeatPoint } from '../../../state/practiceRun.ts';
import { practiceWords } from '../practiceWords.ts';
import './stormMeter.css';

const width = 100;
const height = 40;
/** The curve shows at least this time, so that it doesn't rush at the beginning. */
const shownSeconds = 60;

interface StormMeterProps {
  readonly intensity: Intensity;
  readonly heat: readonly HeatPoint[];
}

/** The simulated caller's anger: a word, four steps, and the curve up to now. */
export function StormMeter({ intensity, heat }: StormMeterProps) {
  const step = intensities.indexOf(intensity);
  const word = practiceWords.intensities[intensity];
  const span = Math.max(shownSeconds, heat.at(-1)?.at ?? 0);
  const points = heat.map(({ at, heat: value }) => `${(width * at) / span},${height * (1 - value)}`).join(' ');
  return (
    <div className="storm" role="img" aria-label={`${practiceWords.run.storm}: ${word}`} data-intensity={intensity}>
      <div className="storm-head" aria-hidden="true">
        <span className="storm-word">{word}</span>
        <span className="storm-steps">
          {intensities.map((name, index) => (
            <span key={name} className="storm-step" data-on={index <= step} />
          ))}
        </span>
      </div>
      <svg className="storm-curve" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {[0.25, 0.5, 0.75].map((share) => (
          <line key={share} className="storm-grid" x1="0" x2={width} y1={height * share} y2={height * share} />
        ))}
        <polyline className="storm-line" points={points} />
      </svg>
    </div>
  );
}
