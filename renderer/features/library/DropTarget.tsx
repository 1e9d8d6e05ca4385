import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { recordingWords } from './recordingWords.ts';
import { useOpenRecording } from './useOpenRecording.ts';
import './dropTarget.css';

/** The whole window takes a recording that is dropped on it. */
export function DropTarget() {
  const [isOver, setIsOver] = useState(false);
  const openRecording = useOpenRecording();

  const drop = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    openRecording([...(event.dataTransfer?.files ?? [])]);
  });
  const drag = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setIsOver(false);
  });

  useEffect(() => {
    const onDrop = (event: DragEvent) => drop(event);
    const onDrag = (event: DragEvent) => drag(event);
    const onLeave = (event: DragEvent) => leave(event);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="drop-target" aria-hidden="true">
      <IconFileDownload size={56} stroke={1.3} />
      {recordingWords.drop.over}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
