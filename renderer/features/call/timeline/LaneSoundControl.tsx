import { ActionIcon } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { Role } from '../../../../core/model/role.ts';
import { callWords } from '../callWords.ts';
import type { Playback } from './playback.ts';

interface LaneSoundControlProps {
  readonly role: Role;
  /** The person whose voice is on it. */
  readonly name: string;
  readonly playback: Playback;
}

const words = callWords.timeline;

/** The name of a lane, and its volume. */
export function LaneSoundControl({ role, name, playback }: LaneSoundControlProps) {
  const { volume, isMuted } = useStore(playback.state, ({ lanes }) => lanes[role]);
  const Icon = isMuted ? IconVolumeOff : IconVolume;
  return (
    <fieldset className="lane-sound" data-role={role}>
      <legend>{name}</legend>
      {playback.media && (
        <>
          <ActionIcon
            variant="subtle"
            color="var(--ss-ink-soft)"
            size={28}
            aria-label={words.mute({ who: name })}
            aria-pressed={isMuted}
            onClick={() => playback.setLane(role, { isMuted: !isMuted })}
          >
            <Icon size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(100 * volume)}
            aria-label={words.volume({ who: name })}
            onChange={({ currentTarget }) => playback.setLane(role, { volume: Number(currentTarget.value) / 100 })}
          />
        </>
      )}
    </fieldset>
  );
}
