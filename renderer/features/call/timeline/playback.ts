import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Span } from '../../../../core/model/callReport.ts';
import type { Role } from '../../../../core/model/role.ts';
import { LaneMixer } from './laneMixer.ts';

/** Multiples of the usual speed. The pitch does not change. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** The volume of a lane. */
export interface LaneSound {
  /** 0…1 */
  readonly volume: number;
  readonly isMuted: boolean;
}

interface PlaybackState {
  /** The playhead, in seconds. */
  readonly time: number;
  readonly isPlaying: boolean;
  /** The visible part of the call, in seconds. */
  readonly view: Span;
  /** The span that is repeated. */
  readonly loop: Span | undefined;
  readonly speed: Speed;
  readonly lanes: Readonly<Record<Role, LaneSound>>;
}

/** The playhead of one call. Without audio, it can still be moved. */
export interface Playback {
  readonly state: StoreApi<PlaybackState>;
  readonly durationSeconds: number;
  readonly media: HTMLAudioElement | undefined;
  seek(time: number): void;
  toggle(): void;
  look(view: Span): void;
  /** A span too short to be heard removes the loop. */
  setLoop(span: Span | undefined): void;
  /** Sets the start or the end of the loop to the playhead. */
  setLoopEdge(edge: 'start' | 'end'): void;
  setSpeed(speed: Speed): void;
  setLane(role: Role, sound: Partial<LaneSound>): void;
  dispose(): void;
}

const leastLoopSeconds = 0.2;

/** @param roles parties of the audio's channels, in order */
export function createPlayback(audioUrl: string | null, durationSeconds: number, roles: readonly Role[]): Playback {
  const sound: LaneSound = { volume: 1, isMuted: false };
  const state = createStore<PlaybackState>()(() => ({
    time: 0,
    isPlaying: false,
    view: [0, durationSeconds],
    loop: undefined,
    speed: 1,
    lanes: { agent: sound, customer: sound },
  }));
  const media = audioUrl === null ? undefined : new Audio(audioUrl);
  if (media) media.preservesPitch = true;
  const mixer = media && new LaneMixer(media, roles);
  let frame = 0;

  const seek = (time: number) => {
    const inside = Math.min(durationSeconds, Math.max(0, time));
    if (media) media.currentTime = inside;
    state.setState({ time: inside });
  };
  const follow = () => {
    const time = media?.currentTime ?? 0;
    const { loop } = state.getState();
    if (loop && time >= loop[1]) seek(loop[0]);
    else state.setState({ time });
    frame = requestAnimationFrame(follow);
  };
  const rest = () => {
    cancelAnimationFrame(frame);
    state.setState({ isPlaying: false });
  };
  media?.addEventListener('play', () => {
    state.setState({ isPlaying: true });
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  });
  media?.addEventListener('pause', rest);
  media?.addEventListener('ended', rest);

  const setLoop = (span: Span | undefined) => {
    const isHeard = span !== undefined && span[1] - span[0] >= leastLoopSeconds;
    state.setState({ loop: isHeard ? span : undefined });
  };

  return {
    state,
    durationSeconds,
    media,
    seek,
    toggle() {
      if (!media) return;
      if (!media.paused) return media.pause();
      const { loop, time } = state.getState();
      if (loop && (time < loop[0] || time >= loop[1])) seek(loop[0]);
      // A play request that the next pause interrupts is rejected, which is not a failure.
      media.play().catch(rest);
    },
    look: (view) => state.setState({ view }),
    setLoop,
    setLoopEdge(edge) {
      const { loop, time } = state.getState();
      if (edge === 'start') setLoop([time, loop && loop[1] > time ? loop[1] : durationSeconds]);
      else setLoop([loop && loop[0] < time ? loop[0] : 0, time]);
    },
    setSpeed(speed) {
      if (media) media.playbackRate = speed;
      state.setState({ speed });
    },
    setLane(role, change) {
      const { lanes } = state.getState();
      const lane = { ...lanes[role], ...change };
      mixer?.set(role, lane.isMuted ? 0 : lane.volume);
      state.setState({ lanes: { ...lanes, [role]: lane } });
    },
    dispose() {
      rest();
      media?.pause();
      mixer?.close();
      media?.removeAttribute('src');
      media?.load();
    },
  };
}
