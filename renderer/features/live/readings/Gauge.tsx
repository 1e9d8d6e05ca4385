import { missing } from '../../../../core/messages/formatter.ts';
import { angleOf, arcPath, type Band, type DialScale, dial, pointAt, tickPath } from './gaugeGeometry.ts';
import type { GaugeReading } from './softness.ts';
import './gauge.css';

interface GaugeProps {
  readonly label: string;
  readonly scale: DialScale;
  readonly bands: readonly Band[];
  readonly ends: readonly [string, string];
  readonly reading: GaugeReading;
}

/** A dial with a needle and a word. Without a reading, it is greyed and shows the reason. */
export function Gauge({ label, scale, bands, ends, reading }: GaugeProps) {
  const isRead = reading.value !== undefined;
  const spoken = isRead ? `${reading.word}, ${reading.detail}` : reading.reason;
  return (
    <div className="gauge" role="img" aria-label={`${label}: ${spoken}`} data-read={isRead}>
      <svg viewBox={`0 0 ${dial.width} ${dial.height}`} aria-hidden="true" focusable="false">
        {bands.map((band) => (
          <path
            key={band.from}
            className="gauge-band"
            data-tone={band.tone}
            d={arcPath(angleOf(band.from, scale) + 0.9, angleOf(band.to, scale) - 0.9, dial.radius)}
          />
        ))}
        {bands.slice(1).map((band) => (
          <path key={band.from} className="gauge-tick" d={tickPath(angleOf(band.from, scale), 82, 88)} />
        ))}
        <EndWord word={ends[0]} angle={-dial.sweepDegrees / 2} anchor="start" />
        <EndWord word={ends[1]} angle={dial.sweepDegrees / 2} anchor="end" />
        <g
          className="gauge-needle"
          style={{ transform: `rotate(${isRead ? angleOf(reading.value, scale) : -dial.sweepDegrees / 2}deg)` }}
        >
          <path d={`M${dial.centreX} ${dial.centreY - 64}V${dial.centreY - 84}`} />
          <circle cx={dial.centreX} cy={dial.centreY - dial.radius} r="9" data-tone={isRead ? reading.tone : 'faint'} />
        </g>
      </svg>
      <div className="gauge-reading" aria-hidden="true">
        <span className="gauge-label">{label}</span>
        {isRead ? (
          <>
            <span className="gauge-word">{reading.word}</span>
            <span className="gauge-detail">{reading.detail}</span>
          </>
        ) : (
          <>
            <span className="gauge-word">{missing}</span>
            <span className="gauge-detail">{reading.reason}</span>
          </>
        )}
      </div>
    </div>
  );
}

interface EndWordProps {
  readonly word: string;
  readonly angle: number;
  readonly anchor: 'start' | 'end';
}

function EndWord({ word, angle, anchor }: EndWordProps) {
  const { x, y } = pointAt(angle, dial.radius);
  return (
    <text className="gauge-end" x={anchor === 'start' ? x - 8 : x + 8} y={y + 16} textAnchor={anchor}>
      {word}
    </text>
  );
}
