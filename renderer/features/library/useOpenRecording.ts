import { create } from 'zustand';
import { useIntents } from '../../intents/intents.ts';
import { goTo } from '../../state/page.ts';
import { channelRoles, type RoleLayout } from './recordingWords.ts';

interface OpeningForm {
  readonly layout: RoleLayout;
}

/** The state of the opening form, shared by the drop target and the page. */
export const useOpeningForm = create<OpeningForm>()(() => ({ layout: 'usual' }));

/** The extension of coach packs. */
const packEnding = '.coachpack';

/**
 * Opens a selected or dropped recording or coach pack, or imports several recordings, with the channels set in the
 * form.
 */
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
