import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InferenceSession } from 'onnxruntime-node';
import { SpeechGate } from '../../core/activity/speechActivity/speechGate.ts';
import { AppError } from '../../core/model/appError.ts';
import { sileroSequence } from './silero/sileroSequence.ts';
import { SpeechModelStream, type WindowGate } from './speechModelStream.ts';

export type { SpeechModelStream } from './speechModelStream.ts';

/** Silero VAD v6 (MIT), as distributed in the browser package. */
const modelFile = '@ricky0123/vad-web/dist/silero_vad_v6.onnx';

/**
 * The neural speech detector. It detects *any* speech, near or far; `core/activity` decides who is at the microphone.
 */
export interface SpeechModel {
  /**
   * Starts a stream of one channel. Streams share only the model.
   *
   * @param gate selects the windows the model runs on, `SpeechGate` by default; the others have probability 0
   */
  open(gate?: WindowGate): SpeechModelStream;
}

let loaded: Promise<SpeechModel> | undefined;

/**
 * Returns the model of this thread, loaded by the first call.
 *
 * @throws {AppError} `internal` if the installation lacks the model or its runtime cannot read it
 */
export function loadSpeechModel(): Promise<SpeechModel> {
  loaded ??= createSession().then((session) => ({
    open: (gate = new SpeechGate()) => new SpeechModelStream(session, gate),
  }));
  return loaded;
}

async function createSession(): Promise<InferenceSession> {
  try {
    // Read here rather than by the runtime, which cannot read application archives.
    const bytes = await readFile(createRequire(import.meta.url).resolve(modelFile));
    // One thread: the model is small, and the threads of a pool would only spin between windows.
    return await InferenceSession.create(sileroSequence(bytes), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  } catch (cause) {
    throw new AppError('internal', 'The speech detector could not be loaded. Install Softspoken again.', { cause });
  }
}
