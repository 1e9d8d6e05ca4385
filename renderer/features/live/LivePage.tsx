import { VisuallyHidden } from '@mantine/core';
import { useLiveStore } from '../../state/liveStore.ts';
import { RunningCall } from './call/RunningCall.tsx';
import { liveWords } from './liveWords.ts';
import { SourcePicker } from './start/SourcePicker.tsx';
import './live.css';

export function LivePage() {
  const isInCall = useLiveStore(({ call }) => call !== undefined);
  return (
    <>
      <VisuallyHidden component="h1">{liveWords.title}</VisuallyHidden>
      {isInCall ? <RunningCall /> : <SourcePicker />}
    </>
  );
}
