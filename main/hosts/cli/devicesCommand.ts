import { DeviceCapture } from '../../capture/device/deviceCapture.ts';
import { forkCaptureChild } from '../../capture/device/forkCaptureChild.ts';
import { processEntry } from '../../processEntry.ts';
import { complain, printOut } from './terminal.ts';

/** Opens the capture devices of this machine, through a child process that can be killed. */
export function deviceCapture(): DeviceCapture {
  return new DeviceCapture({ spawn: forkCaptureChild(processEntry('captureChild')) });
}

/** Lists the capture devices with index and name, the default one marked. */
export async function devicesCommand(): Promise<0 | 1> {
  try {
    const devices = await deviceCapture().list();
    const rows = devices.map(
      ({ name, isDefault, isMonitor }, index) =>
        `${String(index).padStart(2)}  ${isDefault ? '*' : ' '} ${name}${isMonitor ? '  (hears what the computer plays)' : ''}\n`,
    );
    await printOut(rows.length > 0 ? rows.join('') : 'No capture device. Plug in a microphone.\n');
    return 0;
  } catch (error) {
    complain('devices', error);
    return 1;
  }
}
