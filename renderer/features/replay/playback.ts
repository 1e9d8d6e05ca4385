import { createStore, type StoreApi } from 'zustand/vanilla';

interface PlaybackState {
  /** The playhead, in seconds. */
  readonly time: number;
  readonly isPlaying: boolean;
  /** The part of the call that is on the screen, in seconds. */
  readonly view: readonly [start: number, end: number];
}

/** The playhead of one call. Without audio it can still be moved. */
export interface Playback {
  readonly state: StoreApi<PlaybackState>;
  readonly durationSeconds: number;
  readonly media: HTMLAudioElement | undefined;
  seek(time: number): void;
  toggle(): void;
  look(view: PlaybackState['view']): void;
  dispose(): void;
}

export function createPlayback(audioUrl: string | null, durationSeconds: number): Playback {
  const state = createStore<PlaybackState>()(() => ({ time: 0, isPlaying: false, view: [0, durationSeconds] }));
  const media = audioUrl === null ? undefined : new Audio(audioUrl);
  let frame = 0;

  const follow = () => {
    state.setState({ time: media?.currentTime ?? 0 });
    frame = requestAnimationFrame(follow);
  };
  const rest = () => {
    cancelAnimationFrame(frame);
    state.setState({ isPlaying: false });
  };
  media?.addEventListener('play', () => {
    state.setState({ isPlaying: true });
    frame = requestAnimationFrame(follow);
  });
  media?.addEventListener('pause', rest);
  media?.addEventListener('ended', rest);

  return {
    state,
    durationSeconds,
    media,
    seek(time) {
      const inside = Math.min(durationSeconds, Math.max(0, time));
      if (media) media.currentTime = inside;
      state.setState({ time: inside });
    },
    toggle() {
      if (!media) return;
      if (!media.paused) return media.pause();
      // A play that the next pause cuts short is rejected: that is no failure.
      media.play().catch(rest);
    },
    look: (view) => state.setState({ view }),
    dispose() {
      rest();
      media?.pause();
      media?.removeAttribute('src');
      media?.load();
    },
  };
}
