import { formatClock } from '../../components/formatReading.ts';
import { hashOf } from '../../state/page.ts';
import { useRecordingStore } from '../../state/recordingStore.ts';
import { recordingWords } from './recordingWords.ts';

const words = recordingWords.calls;
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** The calls of this run, newest first. */
export function CallList() {
  const calls = useRecordingStore((state) => state.calls);
  return (
    <section aria-labelledby="calls-heading">
      <h2 id="calls-heading" className="recordings-heading">
        {words.heading}
      </h2>
      {calls.length === 0 ? (
        <p className="recordings-none">{words.none}</p>
      ) : (
        <ul className="calls">
          {calls.map(({ callId, title, kind, endedAt, durationSeconds }) => (
            <li key={callId}>
              <a href={hashOf({ name: 'summary', callId })}>
                <span className="calls-title">{title}</span>
                <span>{words.kinds[kind]}</span>
                <span>{formatClock(durationSeconds)}</span>
                <time dateTime={endedAt}>{timeOfDay.format(new Date(endedAt))}</time>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
