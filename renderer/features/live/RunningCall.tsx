import { Panel } from '../../components/Panel.tsx';
import { CallBar } from './CallBar.tsx';
import { CueBanner } from './CueBanner.tsx';
import { FloorLight } from './FloorLight.tsx';
import { PaceGauge, SoftnessGauge } from './LiveGauges.tsx';
import { liveWords } from './liveWords.ts';
import { StagePanel } from './StagePanel.tsx';
import { WaveStrip } from './WaveStrip.tsx';

export function RunningCall() {
  return (
    <div className="running">
      <CueBanner />
      <div className="running-faces">
        <Panel label={liveWords.floor.label} className="running-floor">
          <FloorLight />
        </Panel>
        <Panel label={liveWords.softness.label}>
          <SoftnessGauge />
        </Panel>
        <Panel label={liveWords.pace.label}>
          <PaceGauge />
        </Panel>
      </div>
      <Panel label={liveWords.wave.label}>
        <WaveStrip />
      </Panel>
      <StagePanel />
      <CallBar />
    </div>
  );
}
