import type { OpenStream } from '../../contract/streamContract.ts';
import { AppError } from '../../core/model/appError.ts';
import { readTrack } from './trackReader.ts';

type AppliedSettings = Extract<OpenStream, { kind: 'pcm' }>['appliedSettings'];

/** A microphone that this page has opened. */
export interface PageMicrophone {
  readonly label: string;
  readonly sampleRateHz: number;
  /** The settings that the browser reports as applied. */
  readonly appliedSettings: AppliedSettings;
  /** Calls back with mono samples, full scale ±1, until the returned function is called. */
  listen(onSamples: (samples: Float32Array<ArrayBuffer>) => void): () => void;
  /** Calls back once if the microphone disappears. */
  onLost(callback: () => void): void;
  close(): void;
}

interface PageMicrophoneName {
  readonly deviceId: string;
  readonly label: string;
}

/**
 * Lists the microphones that the page can name. Empty until the user has allowed a microphone once: browsers hide the
 * names before.
 */
export async function listPageMicrophones(): Promise<readonly PageMicrophoneName[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'audioinput' && device.label !== '' && device.deviceId !== 'default')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

/**
 * Opens a microphone with echo cancellation, noise suppression and gain control off, because they would change what is
 * measured.
 *
 * @param deviceId a device of `listPageMicrophones`; null for the browser's default
 * @throws {AppError} `microphone-denied`, `no-such-device` or `device-failed`
 */
export async function openPageMicrophone(deviceId: string | null): Promise<PageMicrophone> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
        channelCount: 1,
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
      },
    });
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException('The stream has no sound.', 'NotReadableError');
    return await microphoneOf(track);
  } catch (error) {
    throw microphoneError(error);
  }
}

/** Chromium's options for the sound of the whole system; not part of TypeScript's DOM library. */
interface SystemSoundOptions extends DisplayMediaStreamOptions {
  readonly systemAudio: 'include';
}

/**
 * Captures what the computer plays, where the platform lets a page do so. Call it in response to a click.
 *
 * @throws {AppError} `microphone-denied` or `device-failed`
 */
export async function openSystemSound(): Promise<PageMicrophone> {
  try {
    const wish: SystemSoundOptions = {
      // The browser requires a picture with the sound; it is dropped immediately.
      video: true,
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      systemAudio: 'include',
    };
    const stream = await navigator.mediaDevices.getDisplayMedia(wish);
    for (const picture of stream.getVideoTracks()) picture.stop();
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException('The stream has no sound.', 'NotAllowedError');
    return await microphoneOf(track);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      throw new AppError(
        'microphone-denied',
        'The computer’s sound was not shared. Ask again, choose the whole screen and let its sound be shared.',
        { cause: error },
      );
    }
    throw microphoneError(error);
  }
}

/** Wraps a track of this page as a microphone. */
export async function microphoneOf(track: MediaStreamTrack): Promise<PageMicrophone> {
  const listeners = new Set<(samples: Float32Array<ArrayBuffer>) => void>();
  let lost: () => void = () => {};
  const reader = await readTrack(track, {
    onSamples: (samples) => {
      for (const listener of listeners) listener(samples);
    },
    onEnd: () => lost(),
  });
  return {
    label: track.label,
    sampleRateHz: reader.sampleRateHz,
    appliedSettings: appliedSettings(track.getSettings()),
    listen(onSamples) {
      listeners.add(onSamples);
      return () => listeners.delete(onSamples);
    },
    onLost(callback) {
      lost = callback;
    },
    close() {
      lost = () => {};
      listeners.clear();
      reader.close();
      track.stop();
    },
  };
}

/** Returns the plain values of a track's settings, without the identifiers that could identify a user's devices. */
export function appliedSettings(settings: MediaTrackSettings): AppliedSettings {
  const { deviceId: _device, groupId: _group, ...rest } = settings;
  return Object.fromEntries(
    Object.entries(rest).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
  );
}

function microphoneError(error: unknown): AppError {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new AppError(
      'microphone-denied',
      'This page isn’t allowed to use the microphone. Allow it next to the address, or in the system’s privacy settings, then select it again.',
      { cause: error },
    );
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return new AppError('no-such-device', 'That microphone is not there. Plug it in or choose another one.', {
      cause: error,
    });
  }
  return new AppError(
    'device-failed',
    'The microphone did not open. Another program may be holding it; close that, then try again.',
    {
      cause: error,
    },
  );
}
