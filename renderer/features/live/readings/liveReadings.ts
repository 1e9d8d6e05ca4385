import { easyPace } from '../../../../core/model/targets.ts';
import { type LiveState, useLiveStore } from '../../../state/liveStore.ts';
import { liveWords } from '../liveWords.ts';
import type { Band, DialScale } from './gaugeGeometry.ts';
import { paceBands, paceReading, paceScale } from './pace.ts';
import { type GaugeReading, gaugeReason, softnessBands, softnessReading, softnessScale } from './softness.ts';

/** Steps of the needles: finer steps are invisible, and every step redraws. */
const effortStepDb = 0.25;
const rateStep = 0.05;

/** The reading of a gauge of any shape, with its scale. */
interface ScaledReading {
  readonly scale: DialScale;
  readonly bands: readonly Band[];
  readonly reading: GaugeReading;
}

export function useSoftnessReading(): ScaledReading {
  const effortDb = useLiveStore((live) => inSteps(agentOf(live)?.effortDb, effortStepDb));
  const reason = useLiveStore(whyEmpty);
  return {
    scale: softnessScale,
    bands: softnessBands,
    reading: effortDb === undefined ? { value: undefined, reason } : softnessReading(effortDb),
  };
}

export function usePaceReading(): ScaledReading {
  const rate = useLiveStore((live) => inSteps(agentOf(live)?.articulationRate, rateStep));
  const baselineRate = useLiveStore(({ call }) => inSteps(call?.metrics?.baselineRate, rateStep));
  const trouble = useLiveStore(({ call }) => call?.metrics?.agent?.trouble);
  const easy = easyPace(baselineRate);
  const reason = trouble ? liveWords.trouble[trouble] : liveWords.notSpeaking;
  return {
    scale: paceScale(easy),
    bands: paceBands(easy),
    reading: rate === undefined ? { value: undefined, reason } : paceReading(rate, easy),
  };
}

/** The agent's readings, if they can be trusted. */
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
