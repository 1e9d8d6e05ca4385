import { Button } from '@mantine/core';
import { IconRepeat, IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from './playback.ts';

const words = callWords.timeline.loop;

/** The loop, and the buttons that set it. */
export function LoopControl({ playback }: { readonly playback: Playback }) {
  const loop = useStore(playback.state, (state) => state.loop);
  return (
    <fieldset className="loop">
      <legend>{words.label}</legend>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRepeat size={16} aria-hidden />}
        title={words.startHint}
        onClick={() => playback.setLoopEdge('start')}
      >
        {words.start}
      </Button>
      <Button size="compact-sm" variant="default" title={words.endHint} onClick={() => playback.setLoopEdge('end')}>
        {words.end}
      </Button>
      {loop && (
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={words.clear}
          title={words.clear}
          onClick={() => playback.setLoop(undefined)}
        >
          {format.clockSpan(loop)}
        </Button>
      )}
    </fieldset>
  );
}
