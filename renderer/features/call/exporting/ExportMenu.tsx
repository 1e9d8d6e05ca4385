import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { callWords } from '../callWords.ts';
import type { Playback } from '../timeline/playback.ts';
import { ExportDialog } from './ExportDialog.tsx';

interface ExportMenuProps {
  readonly callId: string;
  readonly playback: Playback | undefined;
}

export function ExportMenu({ callId, playback }: ExportMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPackageExport size={18} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {callWords.exporting.open}
      </Button>
      {isOpen && (
        <ExportDialog callId={callId} loop={playback?.state.getState().loop} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
