import { systemPreferences } from 'electron';
import { AppError } from '../../../core/model/appError.ts';

/**
 * Asks macOS for the microphone, which it grants to the app and its children together; other systems do not ask.
 * @throws {AppError} `microphone-denied`
 */
export async function requestMicrophone(platform: string = process.platform): Promise<void> {
  if (platform !== 'darwin' || (await systemPreferences.askForMediaAccess('microphone'))) return;
  throw new AppError(
    'microphone-denied',
    'macOS does not let Softspoken use the microphone. Allow it under System Settings, Privacy & Security, Microphone.',
  );
}
