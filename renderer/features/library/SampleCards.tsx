import { IconArrowRight } from '@tabler/icons-react';
import { useIntents } from '../../intents/intents.ts';
import { useRecordingStore } from '../../state/recordingStore.ts';
import { format } from '../../text/format.ts';
import { recordingWords } from './recordingWords.ts';

export function SampleCards({ isBusy }: { readonly isBusy: boolean }) {
  const { recordings } = useIntents();
  const samples = useRecordingStore((state) => state.samples);
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples-heading">
      <h2 id="samples-heading" className="library-page-heading">
        {recordingWords.samples.heading}
      </h2>
      <div className="samples">
        {samples.map(({ id, title, description, durationSeconds }) => (
          <button
            key={id}
            type="button"
            className="sample"
            disabled={isBusy}
            onClick={() => void recordings.openSample(id, title)}
          >
            <span className="sample-title">{title}</span>
            <span className="note">{format.clock(durationSeconds)}</span>
            <span className="note">{description}</span>
            <IconArrowRight className="sample-arrow" size={20} aria-hidden />
          </button>
        ))}
      </div>
    </section>
  );
}
