import { ActionIcon, NativeSelect } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { format } from '../../../text/format.ts';
import { callWords } from '../callWords.ts';
import { type Playback, speeds } from './playback.ts';

const words = callWords.timeline;
const stepSeconds = 5;

/** Play, pause and step, and the time at the playhead. */
export function Transport({ playback }: { readonly playback: Playback }) {
  const isPlaying = useStore(playback.state, (state) => state.isPlaying);
  const second = useStore(playback.state, (state) => Math.floor(state.time));
  const duration = playback.durationSeconds;
  const step = (seconds: number) => playback.seek(playback.state.getState().time + seconds);
  const PlayIcon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div className="transport">
      <ActionIcon
        variant="subtle"
        color="var(--ss-ink)"
        size="lg"
        aria-label={words.back}
        onClick={() => step(-stepSeconds)}
      >
        <IconRewindBackward5 size={20} aria-hidden />
      </ActionIcon>
      {playback.media && (
        <ActionIcon
          size={44}
          radius="xl"
          aria-label={isPlaying ? words.pause : words.play}
          onClick={() => playback.toggle()}
        >
          <PlayIcon size={20} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="var(--ss-ink)"
        size="lg"
        aria-label={words.forward}
        onClick={() => step(stepSeconds)}
      >
        <IconRewindForward5 size={20} aria-hidden />
      </ActionIcon>
      <span className="transport-time">
        {format.clock(second)} <span>/ {format.clock(duration)}</span>
      </span>
      {playback.media && <SpeedChoice playback={playback} />}
      {!playback.media && <span className="transport-note">{words.noAudio}</span>}
    </div>
  );
}

function SpeedChoice({ playback }: { readonly playback: Playback }) {
  const speed = useStore(playback.state, (state) => state.speed);
  return (
    <NativeSelect
      size="xs"
      className="transport-speed"
      aria-label={words.speed}
      title={words.speedHint}
      value={String(speed)}
      data={speeds.map((each) => ({ value: String(each), label: words.speedOption({ speed: format.tick(each) }) }))}
      onChange={({ currentTarget: { value } }) => {
        const chosen = speeds.find((each) => String(each) === value);
        if (chosen) playback.setSpeed(chosen);
      }}
    />
  );
}
