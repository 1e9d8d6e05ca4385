import { useEffect, useState } from 'react';
import type { ExportContents } from '../../../../contract/exportContract.ts';
import type { Span } from '../../../../core/model/callReport.ts';
import { ExportFrame } from '../../../components/ExportFrame.tsx';
import { exportWords } from '../../../components/exportWords.ts';
import { noPack, PackFields, type PackForm } from '../../../components/PackFields.tsx';
import { isPassphraseReady } from '../../../components/PassphraseFields.tsx';
import type { Wish } from '../../../intents/exportIntents.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useExportStore } from '../../../state/exportStore.ts';
import { callWords } from '../callWords.ts';
import { ExportPreview } from './ExportPreview.tsx';
import { type ExportFormat, exportFormats } from './exportFormat.ts';
import './exportDialog.css';

interface ExportDialogProps {
  readonly callId: string;
  readonly loop: Span | undefined;
  readonly onClose: () => void;
}

const words = callWords.exporting;

/** Selects a format and parts for export, and shows the contents of the file before it is made. */
export function ExportDialog({ callId, loop, onClose }: ExportDialogProps) {
  const { exports } = useIntents();
  const contents = useExportStore((state) => state.contents);
  const [format, setFormat] = useState<ExportFormat>('html');
  const [pack, setPack] = useState<PackForm>(noPack);

  useEffect(() => {
    void exports.look([callId]);
  }, [exports, callId]);

  const [call] = contents ?? [];
  const canSave = call !== undefined && (format !== 'coach-pack' || isPassphraseReady(pack));

  return (
    <ExportFrame
      title={words.title}
      canSave={canSave}
      onSave={() => void exports.save(wishOf(callId, format, loop, pack))}
      onClose={onClose}
    >
      <fieldset className="exporting-formats">
        <legend>{words.what}</legend>
        {exportFormats.map((each) => {
          const missing = each === 'clip' ? missingOfClip(call, loop) : undefined;
          return (
            <label key={each} data-disabled={missing !== undefined}>
              <input
                type="radio"
                name="format"
                checked={format === each}
                disabled={missing !== undefined}
                onChange={() => setFormat(each)}
              />
              <span>
                {words.formats[each].name}
                <small>{missing ?? words.formats[each].holds}</small>
              </span>
            </label>
          );
        })}
      </fieldset>
      {format === 'coach-pack' && call && <PackFields calls={[call]} form={pack} onForm={setPack} />}
      {call && <ExportPreview call={call} format={format} parts={pack.parts} loop={loop} />}
    </ExportFrame>
  );
}

function missingOfClip(call: ExportContents | undefined, loop: Span | undefined): string | undefined {
  if (call?.audioBytes === null) return exportWords.noAudio;
  return loop ? undefined : words.noLoop;
}

function wishOf(
  callId: string,
  format: ExportFormat,
  loop: Span | undefined,
  { parts, note, passphrase }: PackForm,
): Wish {
  switch (format) {
    case 'clip':
      return { format, callId, start: loop?.[0] ?? 0, end: loop?.[1] ?? 0 };
    case 'coach-pack':
      return { format, callIds: [callId], parts, note, passphrase };
    case 'csv':
    case 'moments':
      return { format, callIds: [callId] };
    default:
      return { format, callId };
  }
}
