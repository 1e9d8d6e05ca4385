import { dialog } from 'electron';

/** Asks for a folder with the system's own dialog. Returns undefined if none was selected. */
export async function chooseFolder(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? undefined : filePaths[0];
}
