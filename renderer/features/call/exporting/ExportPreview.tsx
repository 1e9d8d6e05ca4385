import type { ExportContents, PackParts } from '../../../../contract/exportContract.ts';
import type { Span } from '../../../../core/model/callReport.ts';
import { ExportLeaving } from '../../../components/ExportLeaving.tsx';
import { exportWords } from '../../../components/exportWords.ts';
import { partsOfCall } from '../../../components/partsOfCall.ts';
import { formatClock } from '../../../text/formatReading.ts';
import { callWords } from '../callWords.ts';
import type { ExportFormat } from './exportFormat.ts';

interface ExportPreviewProps {
  readonly call: ExportContents;
  readonly format: ExportFormat;
  readonly parts: PackParts;
  readonly loop: Span | undefined;
}

/** What will leave of the call. */
export function ExportPreview({ call, format, parts, loop }: ExportPreviewProps) {
  const { title, durationSeconds, scoreSheets } = call;
  const length =
    format === 'clip' && loop ? `${formatClock(loop[0])}–${formatClock(loop[1])}` : formatClock(durationSeconds);
  const has = contentOf(format, parts);
  const items = [
    exportWords.call(title, length),
    ...(format === 'clip' ? [callWords.exporting.voices] : partsOfCall(call, has)),
    ...(has.scores && scoreSheets > 0 ? [exportWords.rubric] : []),
  ];
  return (
    <ExportLeaving>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ExportLeaving>
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
    case 'coach-pack':
      return parts;
    default:
      return withComments;
  }
}
