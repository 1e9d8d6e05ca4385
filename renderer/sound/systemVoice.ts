import type { Intensity } from '../../core/model/scenario.ts';
import type { CallerVoice, SpokenLine } from './callerVoice.ts';
import type { SpeechManner, SpeechPort } from './speechPort.ts';
import type { StandIn } from './standIn.ts';

/** The manner of a caller at each intensity. [J] */
const manners: Readonly<Record<Intensity, SpeechManner>> = {
  calm: { rate: 0.95, pitch: 1, volume: 0.5 },
  annoyed: { rate: 1.05, pitch: 1.05, volume: 0.6 },
  angry: { rate: 1.15, pitch: 1.15, volume: 0.75 },
  peak: { rate: 1.25, pitch: 1.25, volume: 0.9 },
};

/** A line that is being spoken. */
interface Spoken extends SpokenLine {
  /** The character of the text where the utterance begins, and that of the current word. */
  readonly from: number;
  at: number;
}

/**
 * Opens a caller who speaks with a voice of the operating system. No program can capture that voice, so a stand-in
 * forms the caller's channel: it speaks from the moment the system reports the start of the voice until it reports the
 * end, at the level that was requested of the voice.
 */
export function openSystemVoice(options: {
  readonly speech: Pick<SpeechPort, 'speak' | 'cancel'>;
  readonly voiceId: string;
  readonly standIn: StandIn;
  /** Called when a line was spoken to its end. */
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
      // A running utterance cannot be changed: the rest of the line is spoken again, louder, from the current word. A
      // voice that does not report its position stays as it was, and so does one that was raised before.
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

/** Louder and, as real voices do, higher. */
function louder({ rate, pitch, volume }: SpeechManner, byDb: number): SpeechManner {
  return { rate, pitch: pitch + byDb / 40, volume: Math.min(1, volume * 10 ** (byDb / 20)) };
}
