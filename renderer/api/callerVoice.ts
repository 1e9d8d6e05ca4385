import { microphoneOf, type PageMicrophone } from './pageMicrophone.ts';

/** Long enough not to click, short enough to be a word broken off. */
const fadeSeconds = 0.03;
/** How fast the voice is raised. */
const raiseSeconds = 0.05;

/** The simulated caller's voice in this page: heard by the user, and by the host as a channel of its own. */
export interface CallerVoice {
  /** What is played, as a microphone would hear it. */
  readonly sound: PageMicrophone;
  /** Fetches clips ahead, so that they play at once. */
  preload(clips: readonly string[]): void;
  /** Plays a clip at once, in place of one that plays. */
  play(clip: string): void;
  /** Makes the clip that plays louder by so much; 0 for as before. */
  raise(byDb: number): void;
  /** Stops in mid-word. */
  breakOff(): void;
  close(): void;
}

/** Address of a spoken clip on the host. */
export function clipUrl(clip: string): string {
  return `/clips/${clip}.opus`;
}

/** To be called by a click of the user: browsers keep pages silent before. */
export async function openCallerVoice(): Promise<CallerVoice> {
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
    const loading = fetch(clipUrl(clip))
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => context.decodeAudioData(bytes));
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
    // Something else was to be said meanwhile.
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
      // A clip that cannot be had is missed when it is played.
      for (const clip of clips) load(clip).catch(() => {});
    },
    play(clip) {
      breakOff();
      wanted = clip;
      // Without its sound the line still stands on the screen.
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
