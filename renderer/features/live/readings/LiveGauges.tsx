import { useLiveStore } from '../../../state/liveStore.ts';
import { liveWords } from '../liveWords.ts';
import { Gauge } from './Gauge.tsx';
import { usePaceReading, useSoftnessReading } from './liveReadings.ts';

export function SoftnessGauge() {
  const isProvisional = useLiveStore(({ call }) => call?.metrics?.baseline === 'provisional');
  return (
    <Gauge
      label={isProvisional ? liveWords.softness.provisional : liveWords.softness.label}
      ends={liveWords.softness.ends}
      {...useSoftnessReading()}
    />
  );
}

export function PaceGauge() {
  return <Gauge label={liveWords.pace.label} ends={liveWords.pace.ends} {...usePaceReading()} />;
}
