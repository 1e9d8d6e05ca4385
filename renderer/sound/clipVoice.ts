import type { CallerVoice } from './callerVoice.ts';
import { microphoneOf } from './pageMicrophone.ts';

/** Long enough not to click, short enough to interrupt a word. */
const fadeSeconds = 0.03;
/** Duration of the change in level. */
const raiseSeconds = 0.05;

/** Returns the URL of a spoken clip on the host. */
export function clipUrl(clip: string): string {
  return `/clips/${clip}.opus`;
}

/** Fetches the bytes of a clip that comes with the app. */
export async function fetchClip(clip: string): Promise<ArrayBuffer> {
  return (await fetch(clipUrl(clip))).arrayBuffer();
}

/**
 * Opens a caller who speaks in clips. The caller's channel is exactly what is played, sample for sample. Call it in
 * response to a click: browsers mute pages before.
 */
export async function openClipVoice(clipBytes: (clip: string) => Promise<ArrayBuffer>): Promise<CallerVoice> {
  const context = new AudioContext();
  const volume = context.createGain();
  const outlet = context.createMediaStreamDestination();
  volume.connect(context.destination);
  volume.connect(outlet);
  await context.resume();
  const sound = await microphoneOf(outlet.stream.getAudioTracks()[0]!);
  const buffers = new Map<string, Promise<AudioBuffer>>();
  let playing: AudioBufferSourceNode | undefined;
  let wanted = '';

  function load(clip: string): Promise<AudioBuffer> {
    const known = buffers.get(clip);
    if (known) return known;
    const loading = clipBytes(clip).then((bytes) => context.decodeAudioData(bytes));
    buffers.set(clip, loading);
    return loading;
  }

  function breakOff(): void {
    wanted = '';
    if (!playing) return;
    const now = context.currentTime;
    volume.gain.setTargetAtTime(0, now, fadeSeconds / 3);
    playing.stop(now + fadeSeconds);
    playing = undefined;
  }

  async function start(clip: string): Promise<void> {
    const buffer = await load(clip);
    // Another line was requested in the meantime.
    if (wanted !== clip) return;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(volume);
    const begin = context.currentTime + fadeSeconds;
    volume.gain.cancelScheduledValues(0);
    volume.gain.setValueAtTime(1, begin);
    source.start(begin);
    playing = source;
  }

  return {
    sound,
    preload(clips) {
      // A clip that cannot be fetched fails when it is played.
      for (const clip of clips) load(clip).catch(() => {});
    },
    say({ clip }) {
      breakOff();
      wanted = clip;
      // Without its sound, the line is still shown on the screen.
      start(clip).catch(() => {});
    },
    raise(byDb) {
      volume.gain.setTargetAtTime(10 ** (byDb / 20), context.currentTime, raiseSeconds);
    },
    breakOff,
    close() {
      sound.close();
      void context.close();
    },
  };
}
