import { VisuallyHidden } from '@mantine/core';
import {
  IconArrowDown,
  IconEar,
  IconHandStop,
  IconMessageCircleQuestion,
  IconPlayerTrackPrev,
  IconVolume,
  IconVolume2,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CueKind } from '../../../../core/model/cue.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { useCueWords } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';
import { BreathingPacer } from './BreathingPacer.tsx';
import './cueBanner.css';

const icons = {
  'let-them-finish': IconEar,
  softer: IconVolume2,
  slower: IconPlayerTrackPrev,
  'dead-air': IconMessageCircleQuestion,
  'pitch-raised': IconArrowDown,
  hold: IconHandStop,
  louder: IconVolume,
} as const satisfies Record<CueKind, unknown>;

/** The current cue, which fades in and out. No cue is the good state. */
export function CueBanner({ isPacing }: { readonly isPacing: boolean }) {
  const kind = useLiveStore(({ call }) => call?.cue?.kind);
  const isSilent = useLiveStore(({ call }) => call?.session.cueMode === 'silent');
  const isListening = useLiveStore(({ call }) => call?.floor === 'wait');
  const words = useCueWords();
  const [lastKind, setLastKind] = useState(kind);
  if (kind !== undefined && kind !== lastKind) setLastKind(kind);
  const Icon = lastKind && icons[lastKind];
  return (
    <div className="cue" data-shown={kind !== undefined}>
      <VisuallyHidden role="status" aria-label={liveWords.cueLabel}>
        {kind && words[kind]}
      </VisuallyHidden>
      <span className="cue-quiet" aria-hidden="true">
        {isPacing && isListening ? <BreathingPacer /> : isSilent ? liveWords.silent : liveWords.quiet}
      </span>
      {lastKind && Icon && (
        <span className="cue-banner" aria-hidden="true">
          <Icon size={34} stroke={1.8} />
          {words[lastKind]}
        </span>
      )}
    </div>
  );
}
