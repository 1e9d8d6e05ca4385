import { describe, expect, it } from 'vitest';
import { curveDrawings } from '../../../../../../core/export/drawing/curveDrawing.ts';
import type { CallMetrics } from '../../../../../../core/model/callEvent.ts';
import type { CallReport } from '../../../../../../core/model/callReport.ts';
import { easyPace, softEffortDb } from '../../../../../../core/model/targets.ts';
import { usualRate } from '../../../../../../core/practice/traineeReading.ts';
import { lowerCurves, upperCurves } from '../../../../../../renderer/features/call/curves/curves.ts';
import { paceBands } from '../../../../../../renderer/features/live/readings/pace.ts';
import { softnessBands } from '../../../../../../renderer/features/live/readings/softness.ts';
import { lanesOf } from '../../../../../../renderer/features/practice/attempt/attemptCurves.ts';
import { paceScale, softnessScale } from '../../../../../../renderer/features/practice/exercise/bandMeter.ts';
import { syntheticReport } from '../../../../../support/syntheticReport.ts';

const attempt = { stepSeconds: 0.5, heat: [], effortDb: [-2], paceRatio: [1] };
const targetIn = (lanes: readonly { kind: string; target: unknown }[], kind: string) =>
  lanes.find((lane) => lane.kind === kind)?.target as { low: number; high: number } | undefined;

describe.each([4, null])('an attempt whose speaker usually speaks %d syll/s', (usual) => {
  const { analysis } = syntheticReport();
  const report: CallReport = syntheticReport({
    analysis: { ...analysis, usual: analysis.usual && { ...analysis.usual, articulationRate: usual } },
  });
  const baselineRate = usualRate({ baselineRate: usual } as CallMetrics);

  it('shows the softness target that its call, its meter and the live gauge show', () => {
    const target = targetIn(lanesOf(attempt), 'effort');
    expect(target).toEqual(softEffortDb);
    expect(targetIn(upperCurves(report), 'effort')).toEqual(target);
    expect(softnessScale.target).toEqual(target);
    expect(softnessBands.find(({ tone }) => tone === 'target')).toMatchObject({ from: target?.low, to: target?.high });
  });

  it('shows the pace target that its call, its meter and the live gauge show', () => {
    const factors = targetIn(lanesOf(attempt), 'pace')!;
    const target = { low: factors.low * baselineRate, high: factors.high * baselineRate };
    expect(targetIn(lowerCurves(report), 'rate')).toEqual(target);
    expect(paceScale.target).toEqual(factors);
    expect(paceBands(easyPace(usual))[1]).toMatchObject({ from: target.low, to: target.high });
  });

  it('has a band for both targets in the drawings of its report', () => {
    expect(curveDrawings(report)).toHaveLength(2);
  });
});
