import { fileURLToPath } from 'node:url';
import { DeviceCapture } from '../../capture/device/deviceCapture.ts';
import type { Logger } from '../../logger.ts';
import { processEntry } from '../../processEntry.ts';
import type { Services } from '../../services/createServices.ts';
import { startServices } from '../../services/startServices.ts';
import { chooseFolder } from './chooseFolder.ts';
import { requestMicrophone } from './microphoneAccess.ts';
import { systemKeyStore } from './systemKeyStore.ts';
import { utilityCaptureChild } from './utilityCaptureChild.ts';

/**
 * Creates the services for this desktop: devices are captured in a utility process, after the system has granted
 * permission.
 */
export function createDesktopServices(logger: Logger): Promise<Services> {
  const devices = new DeviceCapture({
    spawn: utilityCaptureChild(fileURLToPath(processEntry('captureChild'))),
    beforeOpen: () => requestMicrophone(),
  });
  return startServices({ kind: 'desktop', devices, openKeyStore: systemKeyStore, chooseFolder, logger });
}
