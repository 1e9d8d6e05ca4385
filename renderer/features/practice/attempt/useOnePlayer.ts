import { useEffect, useRef, useState } from 'react';

/** Plays one sound at a time. */
export interface OnePlayer {
  /** URL of the sound that is playing. */
  readonly playing: string | undefined;
  /** Plays a sound from its start in place of any other, or stops it if it is playing. */
  toggle(url: string): void;
}

export function useOnePlayer(): OnePlayer {
  const audio = useRef<HTMLAudioElement>(undefined);
  const [playing, setPlaying] = useState<string>();
  useEffect(() => () => audio.current?.pause(), []);
  return {
    playing,
    toggle(url) {
      audio.current?.pause();
      setPlaying(playing === url ? undefined : url);
      if (playing === url) return;
      const sound = new Audio(url);
      audio.current = sound;
      const forget = () => setPlaying((now) => (audio.current === sound ? undefined : now));
      sound.addEventListener('ended', forget);
      sound.play().catch(forget);
    },
  };
}
