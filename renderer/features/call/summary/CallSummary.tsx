import { useEffect, useMemo, useState } from 'react';
import type { CallDetail } from '../../../../contract/callContract.ts';
import { callMoments, type MomentKind } from '../../../../core/summary/callMoments.ts';
import { Afterwards } from '../../../components/Afterwards.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useKeys } from '../../../components/useKeys.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useNotesStore } from '../../../state/notesStore.ts';
import { useCueWords } from '../../../state/settingsStore.ts';
import { language } from '../../../text/language.ts';
import { callWords } from '../callWords.ts';
import { Coaching } from '../coaching/Coaching.tsx';
import type { Draft } from '../coaching/draft.ts';
import { SaidOfCall } from '../pack/SaidOfCall.tsx';
import { createPlayback, type Playback, speeds } from '../timeline/playback.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { CallHead } from './CallHead.tsx';
import { KeyNumbers } from './KeyNumbers.tsx';
import { MarksTable } from './MarksTable.tsx';
import { Moments } from './Moments.tsx';
import { listedMoments, momentsOfKind, neighbour } from './moments.ts';
import { StepTimes } from './StepTimes.tsx';
import '../summary.css';

interface CallSummaryProps {
  readonly call: CallDetail;
  /** Nothing can be added, changed or removed. */
  readonly isReadOnly?: boolean;
}

export function CallSummary({ call, isReadOnly = false }: CallSummaryProps) {
  const { callId, report } = call;
  const { calls, notes: intents } = useIntents();
  const cueWords = useCueWords();
  const { notes } = useNotesStore();
  const playback = usePlayback(call);
  const [kind, setKind] = useState<MomentKind>();
  const [draft, setDraft] = useState<Draft>();

  useEffect(() => {
    void intents.open(callId, isReadOnly);
  }, [intents, callId, isReadOnly]);

  const moments = useMemo(
    () => listedMoments(callMoments({ report, comments: notes.comments }, { language, cueWords })),
    [report, cueWords, notes.comments],
  );

  const comment = () => {
    if (!playback) return;
    const { loop, time } = playback.state.getState();
    setDraft(loop ? { at: loop[0], until: loop[1] } : { at: time, until: null });
  };
  useKeys(({ key, shiftKey }) => {
    if (!playback) return false;
    const moment = key === 'n' || key === 'p' ? stepOf(key) : undefined;
    if (key === 'c' && !isReadOnly) comment();
    else if (moment) playback.seek(moment.at);
    else return steer(playback, key, shiftKey);
    return true;
  });
  const stepOf = (key: 'n' | 'p') => {
    const time = playback?.state.getState().time ?? 0;
    return neighbour(momentsOfKind(moments, kind), time, key === 'n' ? 'next' : 'previous');
  };

  return (
    <div className="summary">
      <CallHead call={call} playback={playback} isReadOnly={isReadOnly} />
      {report.unavailable
        .filter(({ field }) => field.startsWith('source'))
        .map(({ field, reason }) => (
          <ErrorNote key={field} title={callWords.broken} message={reason} />
        ))}
      <KeyNumbers report={report} onJump={(at) => playback?.seek(at)} />
      <StepTimes report={report} />
      {playback && (
        <>
          <div className="summary-columns">
            <Timeline call={call} playback={playback} comments={notes.comments} />
            <Moments
              moments={moments}
              kind={kind}
              onKind={setKind}
              playback={playback}
              onMark={isReadOnly ? undefined : (mark) => void calls.markCue(callId, mark)}
            />
          </div>
          <Afterwards>
            {isReadOnly ? (
              <SaidOfCall playback={playback} />
            ) : (
              <Coaching call={call} draft={draft} onDraft={setDraft} onComment={comment} playback={playback} />
            )}
            <MarksTable report={report} moments={moments} />
          </Afterwards>
        </>
      )}
    </div>
  );
}

/** Plays, moves, loops and changes the speed by single keys; returns true if it used the key. */
function steer(playback: Playback, key: string, shiftKey: boolean): boolean {
  const { time, speed } = playback.state.getState();
  const step = shiftKey ? 1 : 5;
  const speedBy = (steps: number) => {
    const next = speeds[speeds.indexOf(speed) + steps];
    if (next) playback.setSpeed(next);
  };
  if (key === ' ') playback.toggle();
  else if (key === 'ArrowLeft') playback.seek(time - step);
  else if (key === 'ArrowRight') playback.seek(time + step);
  else if (key === '[') playback.setLoopEdge('start');
  else if (key === ']') playback.setLoopEdge('end');
  else if (key === 'l') playback.setLoop(undefined);
  else if (key === ',') speedBy(-1);
  else if (key === '.') speedBy(1);
  else return false;
  return true;
}

/** Creates the call's playhead, which lives while the call is on the screen. */
function usePlayback({ audioUrl, durationSeconds, roles }: CallDetail): Playback | undefined {
  const [playback, setPlayback] = useState<Playback>();
  useEffect(() => {
    const created = createPlayback(audioUrl, durationSeconds, roles);
    setPlayback(created);
    return () => created.dispose();
  }, [audioUrl, durationSeconds, roles]);
  return playback;
}
