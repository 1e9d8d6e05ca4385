import type { ExportContents, PackParts } from '../../../../contract/exportContract.ts';
import type { Span } from '../../../../core/model/callReport.ts';
import { ExportLeaving } from '../../../components/ExportLeaving.tsx';
import { exportWords } from '../../../components/exportWords.ts';
import { partsOfCall } from '../../../components/partsOfCall.ts';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import type { ExportFormat } from './exportFormat.ts';

interface ExportPreviewProps {
  readonly call: ExportContents;
  readonly format: ExportFormat;
  readonly parts: PackParts;
  readonly loop: Span | undefined;
}

/** The contents of the exported file. */
export function ExportPreview({ call, format: file, parts, loop }: ExportPreviewProps) {
  const { title, durationSeconds, scoreSheets } = call;
  const length = file === 'clip' && loop ? format.clockSpan(loop) : format.clock(durationSeconds);
  const has = contentOf(file, parts);
  const items = [
    exportWords.call({ title, length }),
    ...(file === 'clip' ? [callWords.exporting.voices] : partsOfCall(call, has)),
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
