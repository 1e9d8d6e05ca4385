import type { ExportContents, PackParts } from '../../../../contract/exportContract.ts';
import type { Span } from '../../../../core/model/callReport.ts';
import { formatClock } from '../../../components/formatReading.ts';
import { summaryWords } from '../summaryWords.ts';
import type { ExportFormat } from './exportFormat.ts';
import { formatBytes } from './formatBytes.ts';

interface ExportPreviewProps {
  readonly call: ExportContents;
  readonly format: ExportFormat;
  readonly parts: PackParts;
  readonly loop: Span | undefined;
}

const words = summaryWords.exporting;

/** What will leave, before it does. */
export function ExportPreview({ call, format, parts, loop }: ExportPreviewProps) {
  const { title, durationSeconds, comments, scoreSheets, hasReflection, audioBytes } = call;
  const has = contentOf(format, parts);
  const length =
    format === 'clip' && loop ? `${formatClock(loop[0])}–${formatClock(loop[1])}` : formatClock(durationSeconds);
  const items = [
    words.previewCall(title, length),
    ...(has.comments && comments > 0 ? [words.parts.comments(comments)] : []),
    ...(has.scores && scoreSheets > 0 ? [words.parts.scores(scoreSheets)] : []),
    ...(has.reflection && hasReflection ? [words.parts.reflection] : []),
    has.audio && audioBytes !== null && format === 'coach-pack' ? words.parts.audio(formatBytes(audioBytes)) : '',
    has.audio ? '' : words.noVoices,
    format === 'clip' ? words.voices : '',
  ].filter(Boolean);
  return (
    <section className="exporting-preview" aria-labelledby="exporting-preview">
      <h3 id="exporting-preview">{words.preview}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function contentOf(format: ExportFormat, parts: PackParts): PackParts {
  const withComments = { comments: true, scores: false, reflection: false, audio: false };
  switch (format) {
    case 'html':
    case 'pdf':
      return { ...withComments, reflection: true };
    case 'csv':
      return { ...withComments, comments: false, reflection: true };
    case 'report':
      return { ...withComments, comments: false };
    case 'clip':
      return { ...withComments, comments: false, audio: true };
    case 'coach-pack':
      return parts;
    default:
      return withComments;
  }
}
