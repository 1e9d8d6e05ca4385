import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CallReport } from '../../../../core/model/callReport.ts';
import type { Role } from '../../../../core/model/role.ts';
import { callWords } from '../callWords.ts';
import { partyName } from '../partyName.ts';
import type { Playback } from '../timeline/playback.ts';
import { Curve } from './Curve.tsx';
import { CurveTable } from './CurveTable.tsx';
import { type CurveKind, curveTimes, lowerCurves, upperCurves } from './curves.ts';
import type { PaletteColours } from './usePaletteColours.ts';

interface CurvesProps {
  readonly report: CallReport;
  readonly playback: Playback;
  readonly colours: PaletteColours;
}

const words = callWords.curves;

/** All curves of the call on the time axis of the lanes, and the same as a table. */
export function Curves({ report, playback, colours }: CurvesProps) {
  const [upper, setUpper] = useState<CurveKind>();
  const times = useMemo(() => curveTimes(report), [report]);
  const uppers = useMemo(() => upperCurves(report), [report]);
  const lowers = useMemo(() => lowerCurves(report), [report]);
  const all = useMemo(() => [...uppers, ...lowers], [uppers, lowers]);
  const curve = uppers.find(({ kind }) => kind === upper) ?? uppers[0];
  const shared = { times, playback, colours, nameOf: (role: Role) => partyName(report, role) };
  const choice = uppers.length > 1 && (
    <SegmentedControl
      size="xs"
      aria-label={words.choose}
      value={curve?.kind ?? ''}
      onChange={(value) => setUpper(uppers.find(({ kind }) => kind === value)?.kind)}
      data={uppers.map(({ kind }) => ({ value: kind, label: words[kind] }))}
    />
  );
  return (
    <>
      {curve && <Curve curve={curve} heading={choice} {...shared} />}
      {lowers.map((lower) => (
        <Curve key={lower.kind} curve={lower} {...shared} />
      ))}
      {all.length > 0 && <CurveTable report={report} curves={all} />}
    </>
  );
}
