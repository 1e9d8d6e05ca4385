import { useEffect, useState } from 'react';
import type { ExportContents, PackParts } from '../../../contract/exportContract.ts';
import { ExportFrame } from '../../components/ExportFrame.tsx';
import { ExportLeaving } from '../../components/ExportLeaving.tsx';
import { exportWords } from '../../components/exportWords.ts';
import { noPack, PackFields } from '../../components/PackFields.tsx';
import { isPassphraseReady } from '../../components/PassphraseFields.tsx';
import { partsOfCall } from '../../components/partsOfCall.ts';
import { useIntents } from '../../intents/intents.ts';
import { useExportStore } from '../../state/exportStore.ts';
import { format } from '../../text/format.ts';
import { libraryWords } from './libraryWords.ts';

interface PackDialogProps {
  readonly callIds: readonly string[];
  readonly onClose: () => void;
}

/** Exports the selected calls as one coach pack, after showing the contents of each. */
export function PackDialog({ callIds, onClose }: PackDialogProps) {
  const { exports } = useIntents();
  const calls = useExportStore((state) => state.contents);
  const [form, setForm] = useState(noPack);
  // The calls that were selected when it was opened: the pack contains what was previewed.
  const [packedIds] = useState(() => [...callIds]);
  useEffect(() => {
    void exports.look(packedIds);
  }, [exports, packedIds]);

  const { parts, note, passphrase } = form;
  return (
    <ExportFrame
      title={libraryWords.exporting.pack.title({ count: packedIds.length })}
      canSave={calls !== undefined && isPassphraseReady(form)}
      onSave={() => void exports.save({ format: 'coach-pack', callIds: packedIds, parts, note, passphrase })}
      onClose={onClose}
    >
      {calls && <PackFields calls={calls} form={form} onForm={setForm} />}
      {calls && <PackPreview calls={calls} parts={parts} />}
    </ExportFrame>
  );
}

/** Lists call by call whose voices are exported. */
function PackPreview({ calls, parts }: { readonly calls: readonly ExportContents[]; readonly parts: PackParts }) {
  const hasRubric = parts.scores && calls.some(({ scoreSheets }) => scoreSheets > 0);
  return (
    <ExportLeaving>
      {calls.map((call) => (
        <li key={call.callId}>
          {exportWords.call({ title: call.title, length: format.clock(call.durationSeconds) })}
          <small>{partsOfCall(call, parts).join(' · ')}</small>
        </li>
      ))}
      {hasRubric && <li>{exportWords.rubric}</li>}
    </ExportLeaving>
  );
}
