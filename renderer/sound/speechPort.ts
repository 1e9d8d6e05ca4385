import type { SystemVoiceName } from '../state/practiceStore.ts';

/** How an utterance is spoken; the units are those of the Web Speech API. */
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
  /** It is heard from now on. */
  readonly onStart: () => void;
  /** A word begins at this character of the text. Some voices never tell. */
  readonly onBoundary: (character: number) => void;
  /** It was said to its end, or failed. Not called for one that was cancelled. */
  readonly onEnd: () => void;
}

/** The operating system's voices. */
export interface SpeechPort {
  /** Those for a language that speak on this computer: others would send the words away. */
  voices(language: string): readonly SystemVoiceName[];
  /** Calls back whenever there are others; systems load them late. */
  onVoices(callback: () => void): void;
  speak(utterance: Utterance): void;
  /** Falls silent in mid-word. */
  cancel(): void;
}

/** Undefined where the browser has none. */
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
      // Held on to, for browsers forget an utterance that nobody holds, and its events with it.
      current = utterance;
      speech.speak(utterance);
    },
    cancel() {
      current = undefined;
      speech.cancel();
    },
  };
}
