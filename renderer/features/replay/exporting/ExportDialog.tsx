import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ExportContents, PackParts } from '../../../../contract/exportContract.ts';
import type { Span } from '../../../../core/model/callReport.ts';
import type { Wish } from '../../../api/exportIntents.ts';
import { useIntents } from '../../../api/intents.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { isPassphraseReady } from '../../../components/PassphraseFields.tsx';
import { useExportStore } from '../../../state/exportStore.ts';
import { summaryWords } from '../summaryWords.ts';
import { ExportPreview } from './ExportPreview.tsx';
import { type ExportFormat, exportFormats } from './exportFormat.ts';
import { formatBytes } from './formatBytes.ts';
import { noPack, PackFields, type PackForm } from './PackFields.tsx';
import './exporting.css';

interface ExportDialogProps {
  readonly callId: string;
  readonly loop: Span | undefined;
  readonly onClose: () => void;
}

const words = summaryWords.exporting;

/** What to take away, with what is in it said before it leaves. */
export function ExportDialog({ callId, loop, onClose }: ExportDialogProps) {
  const { exports } = useIntents();
  const { contents, isWorking, made, error } = useExportStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<ExportFormat>('html');
  const [pack, setPack] = useState<PackForm>(noPack);

  useEffect(() => {
    dialog.current?.showModal();
    void exports.look([callId]);
  }, [exports, callId]);

  const [call] = contents ?? [];
  const hasAudio = call !== undefined && call.audioBytes !== null;
  const parts = { ...pack.parts, audio: pack.parts.audio && hasAudio };
  const canSave = call && !isWorking && (format !== 'coach-pack' || isPassphraseReady(pack));

  return (
    <dialog ref={dialog} className="exporting" aria-labelledby="exporting-title" onClose={onClose}>
      <div className="exporting-head">
        <h2 id="exporting-title">{words.title}</h2>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </div>
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
      {format === 'coach-pack' && call && <PackFields call={call} form={pack} onForm={setPack} />}
      {call && <ExportPreview call={call} format={format} parts={parts} loop={loop} />}
      {error && <ErrorNote title={words.failed} message={error.message} />}
      <div className="exporting-foot">
        <Button disabled={!canSave} onClick={() => void exports.save(wishOf(callId, format, loop, { ...pack, parts }))}>
          {isWorking ? words.working : words.save}
        </Button>
        <p role="status">{made && words.done(made.fileName, formatBytes(made.sizeBytes))}</p>
      </div>
    </dialog>
  );
}

function missingOfClip(call: ExportContents | undefined, loop: Span | undefined): string | undefined {
  if (call?.audioBytes === null) return words.noAudio;
  return loop ? undefined : words.noLoop;
}

function wishOf(
  callId: string,
  format: ExportFormat,
  loop: Span | undefined,
  { parts, note, passphrase }: { readonly parts: PackParts; readonly note: string; readonly passphrase: string },
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
