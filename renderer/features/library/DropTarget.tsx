import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { recordingWords } from './recordingWords.ts';
import { useOpenRecording } from './useOpenRecording.ts';
import './dropTarget.css';

/** Opens recordings that are dropped anywhere on the window. */
export function DropTarget() {
  const [count, setCount] = useState(0);
  const openRecording = useOpenRecording();

  const drop = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setCount(0);
    openRecording([...(event.dataTransfer?.files ?? [])]);
  });
  const drag = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setCount(event.dataTransfer?.items.length ?? 1);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setCount(0);
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

  if (count === 0) return null;
  return (
    <div className="drop-target" aria-hidden="true">
      <IconFileDownload size={56} stroke={1.3} />
      {count > 1 ? recordingWords.drop.overSeveral({ count }) : recordingWords.drop.over}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
