import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { CallDetail } from '../../../contract/callContract.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { formatClock } from '../../components/formatReading.ts';
import { useKeys } from '../../components/useKeys.ts';
import { exportReport } from './exportReport.ts';
import { KeyNumbers } from './KeyNumbers.tsx';
import { MarksTable } from './MarksTable.tsx';
import { Moments } from './Moments.tsx';
import { momentsOf, neighbour } from './moments.ts';
import { createPlayback, type Playback } from './playback.ts';
import { summaryWords } from './summaryWords.ts';
import { Timeline } from './Timeline.tsx';
import './summary.css';

export function CallSummary({ call }: { readonly call: CallDetail }) {
  const { report, title } = call;
  const playback = usePlayback(call);
  const moments = useMemo(() => momentsOf(report), [report]);

  useKeys(({ key, shiftKey }) => {
    if (!playback) return false;
    const { time } = playback.state.getState();
    const step = shiftKey ? 1 : 5;
    if (key === ' ') playback.toggle();
    else if (key === 'ArrowLeft') playback.seek(time - step);
    else if (key === 'ArrowRight') playback.seek(time + step);
    else if (key === 'n' || key === 'p') {
      const moment = neighbour(moments, time, key === 'n' ? 'next' : 'previous');
      if (moment) playback.seek(moment.at);
    } else return false;
    return true;
  });

  return (
    <div className="summary">
      <header className="summary-head">
        <div>
          <h1>{title}</h1>
          <p>
            {summaryWords.kinds[call.kind]} · {formatClock(call.durationSeconds)} · {endedAt(call.endedAt)} ·{' '}
            {summaryWords.baselines[report.analysis.baseline]}
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => exportReport(report, title)}
        >
          {summaryWords.exportReport}
        </Button>
      </header>
      {report.unavailable
        .filter(({ field }) => field.startsWith('source'))
        .map(({ field, reason }) => (
          <ErrorNote key={field} title={summaryWords.broken} message={reason} />
        ))}
      <KeyNumbers report={report} onJump={(at) => playback?.seek(at)} />
      {playback && (
        <div className="summary-columns">
          <Timeline call={call} playback={playback} />
          <Moments moments={moments} playback={playback} />
        </div>
      )}
      <MarksTable report={report} moments={moments} />
    </div>
  );
}

/** The call's playhead, for as long as it is on the screen. */
function usePlayback({ audioUrl, durationSeconds }: CallDetail): Playback | undefined {
  const [playback, setPlayback] = useState<Playback>();
  useEffect(() => {
    const created = createPlayback(audioUrl, durationSeconds);
    setPlayback(created);
    return () => created.dispose();
  }, [audioUrl, durationSeconds]);
  return playback;
}

const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function endedAt(iso: string): string {
  return dateAndTime.format(new Date(iso));
}
