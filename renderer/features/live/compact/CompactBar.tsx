import type { Band, DialScale } from '../readings/gaugeGeometry.ts';
import { shareOf } from '../readings/gaugeGeometry.ts';
import type { GaugeReading } from '../readings/softness.ts';

interface CompactBarProps {
  readonly label: string;
  readonly scale: DialScale;
  readonly bands: readonly Band[];
  readonly reading: GaugeReading;
}

/** A gauge laid flat: its bands are a line and its needle is a dot. */
export function CompactBar({ label, scale, bands, reading }: CompactBarProps) {
  const isRead = reading.value !== undefined;
  const spoken = isRead ? reading.word : reading.reason;
  return (
    <div className="compact-bar" role="img" aria-label={`${label}: ${spoken}`}>
      <span className="compact-bar-text" aria-hidden="true">
        <span>{label}</span>
        <span>{isRead ? reading.word : '–'}</span>
      </span>
      <span className="compact-bar-line" aria-hidden="true">
        {bands.map((band) => (
          <span
            key={band.from}
            data-tone={band.tone}
            style={{ flexGrow: shareOf(band.to, scale) - shareOf(band.from, scale) }}
          />
        ))}
        {isRead && (
          <span
            className="compact-bar-needle"
            data-tone={reading.tone}
            style={{ left: `${100 * shareOf(reading.value, scale)}%` }}
          />
        )}
      </span>
    </div>
  );
}
