import type { CaptureDevice } from '../../../contract/hostContract.ts';
import { AppError } from '../../../core/model/appError.ts';

/**
 * Entries that ALSA lists besides hardware when no PulseAudio or PipeWire answers: names of its plugins, which open
 * nothing. The texts are the `hint.description` entries of alsa-lib and alsa-plugins.
 */
const alsaPlugin =
  /^(Discard all samples|Rate Converter Plugin|Plugin (using|for) |JACK Audio Connection Kit|Open Sound System|PulseAudio Sound Server|PipeWire Sound Server|Default Audio Device|Default ALSA Output)/;

/** True for the monitor of an output, as PulseAudio and PipeWire name it; other systems list no monitors. */
export function isMonitorName(name: string): boolean {
  return name.startsWith('Monitor of ');
}

/**
 * Returns the devices that can be opened, each name once.
 * @throws {AppError} `no-sound-server` or `no-such-device` if nothing can be opened
 */
export function usableDevices(names: readonly string[], defaultName: string | null): CaptureDevice[] {
  const usable = [...new Set(names)].filter((name) => !alsaPlugin.test(name));
  if (usable.length === 0) throw nothingUsable(names);
  return usable.map((name) => ({ name, isDefault: name === defaultName, isMonitor: isMonitorName(name) }));
}

/** Explains why the device of this name cannot be opened, given the names that exist. */
export function absentDevice(name: string, names: readonly string[]): AppError {
  if (names.every((other) => alsaPlugin.test(other))) return nothingUsable(names);
  return new AppError('no-such-device', `“${name}” is not connected. Connect it, or choose another device.`);
}

function nothingUsable(names: readonly string[]): AppError {
  return names.length > 0
    ? new AppError(
        'no-sound-server',
        'No sound server is running. Start PulseAudio, or PipeWire with pipewire-pulse, then refresh the devices.',
      )
    : new AppError('no-such-device', 'No microphone or other input was found. Connect one, then refresh the devices.');
}
