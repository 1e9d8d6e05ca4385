import { create } from 'zustand';
import { useIntents } from '../../intents/intents.ts';
import { goTo } from '../../state/page.ts';
import { channelRoles, type RoleLayout } from './recordingWords.ts';

interface OpeningForm {
  readonly layout: RoleLayout;
}

/** What the opening form holds; the drop target and the page share it. */
export const useOpeningForm = create<OpeningForm>()(() => ({ layout: 'usual' }));

/** What coach packs are saved as. */
const packEnding = '.coachpack';

/** Opens the file a user has chosen or dropped, a recording or a coach pack, or imports them where there are several, with the channels as the form says. */
export function useOpenRecording(): (files: readonly File[]) => void {
  const { recordings, imports, packs } = useIntents();
  return (files) => {
    const [file] = files;
    if (!file) return;
    if (file.name.toLowerCase().endsWith(packEnding)) return void packs.choose(file);
    goTo({ name: 'library' });
    const roles = channelRoles[useOpeningForm.getState().layout];
    if (files.length === 1) void recordings.openFile(file, roles);
    else void imports.addFiles(files, roles);
  };
}
