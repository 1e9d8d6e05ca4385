import type { Intensity } from '../../core/model/scenario.ts';
import type { CallerVoice, SpokenLine } from './callerVoice.ts';
import type { SpeechManner, SpeechPort } from './speechPort.ts';
import type { StandIn } from './standIn.ts';

/** How a caller of that intensity speaks. [J] */
const manners: Readonly<Record<Intensity, SpeechManner>> = {
  calm: { rate: 0.95, pitch: 1, volume: 0.5 },
  annoyed: { rate: 1.05, pitch: 1.05, volume: 0.6 },
  angry: { rate: 1.15, pitch: 1.15, volume: 0.75 },
  peak: { rate: 1.25, pitch: 1.25, volume: 0.9 },
};

/** A line while it is said. */
interface Spoken extends SpokenLine {
  /** Where in the text the utterance begins, and the word that is being said. */
  readonly from: number;
  at: number;
}

/**
 * A caller who speaks with a voice of the operating system. No program can hear that voice, so a stand-in forms the
 * caller's channel: it speaks from the moment the system says the voice is heard to the moment it says it is not, as loud
 * as the voice was asked to be.
 */
export function openSystemVoice(options: {
  readonly speech: Pick<SpeechPort, 'speak' | 'cancel'>;
  readonly voiceId: string;
  readonly standIn: StandIn;
  /** A line was said to its end. */
  readonly onFinished: (clip: string) => void;
}): CallerVoice {
  const { speech, voiceId, standIn, onFinished } = options;
  let spoken: Spoken | undefined;

  function breakOff(): void {
    if (!spoken) return;
    spoken = undefined;
    speech.cancel();
    standIn.stop();
  }

  function speak(line: SpokenLine, from: number, byDb: number): void {
    const own: Spoken = { ...line, from, at: from };
    const manner = louder(manners[line.intensity ?? 'annoyed'], byDb);
    spoken = own;
    speech.speak({
      ...manner,
      text: line.text.slice(from),
      voiceId,
      onStart: () => standIn.start(20 * Math.log10(manner.volume)),
      onBoundary: (character) => {
        own.at = own.from + character;
      },
      onEnd: () => {
        spoken = undefined;
        standIn.stop();
        onFinished(line.clip);
      },
    });
  }

  return {
    sound: standIn.sound,
    preload: () => {},
    say(line) {
      breakOff();
      speak(line, 0, 0);
    },
    raise(byDb) {
      // What is being said cannot be changed: the rest of the line is said anew, from the word it has come to. A voice
      // that does not tell where it is goes on as it was, and so does one that was raised before.
      if (!spoken || byDb <= 0 || spoken.at === spoken.from) return;
      const { at, ...line } = spoken;
      speech.cancel();
      speak(line, at, byDb);
    },
    breakOff,
    close() {
      breakOff();
      standIn.close();
    },
  };
}

/** Louder, and as voices are then, higher. */
function louder({ rate, pitch, volume }: SpeechManner, byDb: number): SpeechManner {
  return { rate, pitch: pitch + byDb / 40, volume: Math.min(1, volume * 10 ** (byDb / 20)) };
}
