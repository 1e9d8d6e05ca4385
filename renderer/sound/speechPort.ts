import type { SystemVoiceName } from '../state/practiceStore.ts';

/** The manner of an utterance; the units are those of the Web Speech API. */
export interface SpeechManner {
  /** 1 is usual. */
  readonly rate: number;
  readonly pitch: number;
  /** 0…1 */
  readonly volume: number;
}

export interface Utterance extends SpeechManner {
  readonly text: string;
  readonly voiceId: string;
  /** Called when it becomes audible. */
  readonly onStart: () => void;
  /** Called when a word begins at this character of the text. Some voices never report it. */
  readonly onBoundary: (character: number) => void;
  /** Called when it has been spoken or has failed, but not when it was cancelled. */
  readonly onEnd: () => void;
}

/** The operating system's voices. */
export interface SpeechPort {
  /** Returns the voices for a language that run on this computer: others would send the words to a server. */
  voices(language: string): readonly SystemVoiceName[];
  /** Calls back whenever the voices change; systems load them late. */
  onVoices(callback: () => void): void;
  speak(utterance: Utterance): void;
  /** Falls silent in the middle of a word. */
  cancel(): void;
}

/** Undefined if the browser has no speech. */
export function browserSpeech(): SpeechPort | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const speech = globalThis.speechSynthesis;
  let current: SpeechSynthesisUtterance | undefined;
  return {
    voices: (language) =>
      speech
        .getVoices()
        .filter(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language))
        .map(({ voiceURI, name }) => ({ id: voiceURI, name })),
    onVoices: (callback) => speech.addEventListener('voiceschanged', callback),
    speak({ text, voiceId, rate, pitch, volume, onStart, onBoundary, onEnd }) {
      const utterance = new SpeechSynthesisUtterance(text);
      const isCurrent = () => current === utterance;
      utterance.voice = speech.getVoices().find(({ voiceURI }) => voiceURI === voiceId) ?? null;
      Object.assign(utterance, { rate, pitch, volume });
      utterance.onstart = () => isCurrent() && onStart();
      utterance.onboundary = ({ charIndex }) => isCurrent() && onBoundary(charIndex);
      utterance.onend = () => isCurrent() && onEnd();
      utterance.onerror = () => isCurrent() && onEnd();
      // A reference is held because browsers forget an unreferenced utterance together with its events.
      current = utterance;
      speech.speak(utterance);
    },
    cancel() {
      current = undefined;
      speech.cancel();
    },
  };
}
