import type { BrowserContext, Page } from 'playwright-core';

/** The sound is this many times faster than it was spoken. */
const haste = 8;

declare global {
  interface Window {
    /** The sound for the next microphone that is opened. */
    microphoneHears: string;
  }
}

/**
 * Has the microphones of a browser's pages hear one of these sounds, at 16 kHz, repeated from the moment they are
 * opened: the first, or the one that `hear` names. Faster than real time, so that no test has to wait for a passage to
 * be read.
 */
export async function giveFastMicrophone(
  context: BrowserContext,
  sounds: Readonly<Record<string, Float32Array>>,
): Promise<void> {
  const encoded = Object.entries(sounds).map(([name, samples]) => {
    const pcm = Int16Array.from(samples, (sample) => 32_767 * sample);
    return [name, Buffer.from(pcm.buffer).toString('base64')] as const;
  });
  await context.addInitScript(replaceTrackReader, { encoded, haste });
}

export async function hear(page: Page, name: string): Promise<void> {
  await page.evaluate((sound) => {
    window.microphoneHears = sound;
  }, name);
}

interface FastMicrophone {
  readonly encoded: readonly (readonly [name: string, base64: string])[];
  readonly haste: number;
}

/** Runs in the page: replaces Chromium's reader of a track by one that reads the samples. */
function replaceTrackReader({ encoded, haste }: FastMicrophone): void {
  const sampleRate = 16_000;
  const stepSeconds = 0.1;
  const sounds = new Map(
    encoded.map(([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return [name, Float32Array.from(new Int16Array(bytes.buffer), (sample) => sample / 32_767)];
    }),
  );
  const [first = ''] = sounds.keys();
  window.microphoneHears = first;
  class FastTrackProcessor {
    readonly readable: ReadableStream<AudioData>;

    constructor() {
      const samples = sounds.get(window.microphoneHears) ?? new Float32Array(sampleRate);
      let position = 0;
      let timer: ReturnType<typeof setInterval> | undefined;
      const deliver = (controller: ReadableStreamDefaultController<AudioData>) => {
        const length = stepSeconds * sampleRate;
        const data = Float32Array.from({ length }, (_, i) => samples[(position + i) % samples.length] ?? 0);
        const timestamp = (1e6 * position) / sampleRate;
        position += length;
        const form = { format: 'f32-planar', sampleRate, numberOfChannels: 1, numberOfFrames: length } as const;
        controller.enqueue(new AudioData({ ...form, timestamp, data }));
      };
      this.readable = new ReadableStream<AudioData>({
        start(controller) {
          timer = setInterval(() => deliver(controller), (1000 * stepSeconds) / haste);
        },
        cancel: () => clearInterval(timer),
      });
    }
  }
  Object.assign(globalThis, { MediaStreamTrackProcessor: FastTrackProcessor });
}
