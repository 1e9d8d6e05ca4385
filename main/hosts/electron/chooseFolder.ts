import { dialog } from 'electron';

/** Asks for a folder by the system's own dialog. Undefined where none was chosen. */
export async function chooseFolder(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? undefined : filePaths[0];
}
