import workletUrl from './pcmWorklet.js?url&no-inline';

/** Mono samples of a microphone track while it is live. */
interface TrackReader {
  readonly sampleRateHz: number;
  close(): void;
}

interface TrackListener {
  onSamples(samples: Float32Array<ArrayBuffer>): void;
  /** Called when the track ends or changes its sample rate. */
  onEnd(): void;
}

/** Chromium's reader of raw track data; not part of TypeScript's DOM library. */
interface TrackProcessor {
  readonly readable: ReadableStream<AudioData>;
}
declare const MediaStreamTrackProcessor: (new (init: { track: MediaStreamTrack }) => TrackProcessor) | undefined;

/**
 * Reads a microphone track. A MediaStreamTrackProcessor is preferred: an AudioContext is throttled in a hidden window
 * and dies with the output device.
 */
export function readTrack(track: MediaStreamTrack, listener: TrackListener): Promise<TrackReader> {
  return typeof MediaStreamTrackProcessor === 'undefined'
    ? readThroughWorklet(track, listener)
    : readThroughProcessor(new MediaStreamTrackProcessor({ track }).readable.getReader(), listener);
}

async function readThroughProcessor(
  reader: ReadableStreamDefaultReader<AudioData>,
  listener: TrackListener,
): Promise<TrackReader> {
  const first = await reader.read();
  if (first.done) throw new DOMException('The track ended before its first sample.', 'NotReadableError');
  const { sampleRate } = first.value;
  const pump = async () => {
    for (let item: ReadableStreamReadResult<AudioData> = first; !item.done; item = await reader.read()) {
      // Samples at another rate would change the pitch and the duration.
      if (item.value.sampleRate !== sampleRate) {
        item.value.close();
        await reader.cancel();
        return;
      }
      listener.onSamples(firstChannel(item.value));
    }
  };
  const onEnd = () => listener.onEnd();
  void pump().then(onEnd, onEnd);
  return { sampleRateHz: sampleRate, close: () => void reader.cancel() };
}

function firstChannel(data: AudioData): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(data.numberOfFrames);
  data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
  data.close();
  return samples;
}

async function readThroughWorklet(track: MediaStreamTrack, listener: TrackListener): Promise<TrackReader> {
  const context = new AudioContext();
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'softspoken-pcm', { numberOfOutputs: 0, channelCount: 1 });
  node.port.addEventListener('message', (event: MessageEvent<Float32Array<ArrayBuffer>>) => {
    listener.onSamples(event.data);
  });
  node.port.start();
  track.addEventListener('ended', () => listener.onEnd());
  context.createMediaStreamSource(new MediaStream([track])).connect(node);
  await context.resume();
  return { sampleRateHz: context.sampleRate, close: () => void context.close() };
}
