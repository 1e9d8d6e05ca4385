import { type LiveState, useLiveStore } from '../../state/liveStore.ts';
import { Gauge } from './Gauge.tsx';
import { liveWords } from './liveWords.ts';
import { paceBands, paceLimits, paceReading, paceScale } from './pace.ts';
import { gaugeReason, softnessBands, softnessReading, softnessScale } from './softness.ts';

/** Steps of the needles: finer ones cannot be seen, and every step draws. */
const effortStepDb = 0.25;
const rateStep = 0.05;

export function SoftnessGauge() {
  const effortDb = useLiveStore((live) => inSteps(agentOf(live)?.effortDb, effortStepDb));
  const reason = useLiveStore(whyEmpty);
  const isProvisional = useLiveStore(({ call }) => call?.metrics?.baseline === 'provisional');
  return (
    <Gauge
      label={isProvisional ? liveWords.softness.provisional : liveWords.softness.label}
      scale={softnessScale}
      bands={softnessBands}
      ends={liveWords.softness.ends}
      reading={effortDb === undefined ? { value: undefined, reason } : softnessReading(effortDb)}
    />
  );
}

export function PaceGauge() {
  const rate = useLiveStore((live) => inSteps(agentOf(live)?.articulationRate, rateStep));
  const baselineRate = useLiveStore(({ call }) => inSteps(call?.metrics?.baselineRate, rateStep));
  const trouble = useLiveStore(({ call }) => call?.metrics?.agent?.trouble);
  const limits = paceLimits(baselineRate);
  const reason = trouble ? liveWords.trouble[trouble] : liveWords.notSpeaking;
  return (
    <Gauge
      label={liveWords.pace.label}
      scale={paceScale(limits)}
      bands={paceBands(limits)}
      ends={liveWords.pace.ends}
      reading={rate === undefined ? { value: undefined, reason } : paceReading(rate, limits)}
    />
  );
}

/** The agent's readings where they can be trusted. */
function agentOf({ call }: LiveState) {
  const agent = call?.metrics?.agent;
  return agent?.trouble ? undefined : agent;
}

function whyEmpty({ call }: LiveState): string {
  return gaugeReason(call?.metrics?.baseline ?? 'none', call?.metrics?.agent?.trouble, call?.agentSpeechSeconds);
}

function inSteps(value: number | null | undefined, step: number): number | undefined {
  return value == null ? undefined : Math.round(value / step) * step;
}
