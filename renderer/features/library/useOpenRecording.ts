import { create } from 'zustand';
import { useIntents } from '../../api/intents.ts';
import { goTo } from '../../state/page.ts';
import { channelRoles, type RoleLayout, recordingWords } from './recordingWords.ts';

interface OpeningForm {
  readonly layout: RoleLayout;
  /** Something to say about what was dropped. */
  readonly note: string | undefined;
}

/** What the opening form holds; the drop target and the page share it. */
export const useOpeningForm = create<OpeningForm>()(() => ({ layout: 'usual', note: undefined }));

/** Opens the first of the files a user has chosen or dropped, with the channels as the form says. */
export function useOpenRecording(): (files: readonly File[]) => void {
  const { recordings } = useIntents();
  return (files) => {
    const [file] = files;
    if (!file) return;
    useOpeningForm.setState({ note: files.length > 1 ? recordingWords.drop.several(files.length) : undefined });
    goTo({ name: 'recordings' });
    void recordings.openFile(file, channelRoles[useOpeningForm.getState().layout]);
  };
}
