import { fetchClip } from './clipVoice.ts';
import { microphoneOf, type PageMicrophone } from './pageMicrophone.ts';

/** A clip of speech, which the voice detection of the host accepts; nobody hears its words. */
const clip = 'charged-twice/opening-angry-1';

/** An inaudible voice in place of one that cannot be captured. */
export interface StandIn {
  /** The channel that it forms. */
  readonly sound: PageMicrophone;
  /**
   * Starts to speak, or changes its level.
   *
   * @param levelDb relative to a clip of the app
   */
  start(levelDb: number): void;
  stop(): void;
  close(): void;
}

/** Call it in response to a click: browsers mute pages before. */
export async function openStandIn(): Promise<StandIn> {
  const context = new AudioContext();
  const volume = context.createGain();
  const outlet = context.createMediaStreamDestination();
  volume.gain.value = 0;
  volume.connect(outlet);
  await context.resume();
  const source = context.createBufferSource();
  source.buffer = await context.decodeAudioData(await fetchClip(clip));
  source.loop = true;
  source.connect(volume);
  source.start();
  const sound = await microphoneOf(outlet.stream.getAudioTracks()[0]!);
  return {
    sound,
    start(levelDb) {
      volume.gain.setValueAtTime(10 ** (levelDb / 20), context.currentTime);
    },
    stop() {
      volume.gain.setValueAtTime(0, context.currentTime);
    },
    close() {
      sound.close();
      void context.close();
    },
  };
}
