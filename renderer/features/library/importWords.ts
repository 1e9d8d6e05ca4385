import type { ImportView } from '../../../contract/importContract.ts';
import { locale } from '../../text/locale.ts';

const recordings = (count: number) => (count === 1 ? '1 recording' : `${count.toLocaleString(locale)} recordings`);

export const importWords = {
  heading: 'Imports',
  pageFiles: 'Files from this page',
  label: (name: string) => `Import of ${name}`,
  bar: 'Progress of the import',
  states: {
    running: 'Importing',
    held: 'Waiting until the call is over',
    paused: 'Paused',
    done: 'Done',
    watching: 'Watching for new recordings',
  },
  count: (finished: number, total: number) => `${finished} of ${recordings(total)}`,
  /** What has come of them, where it is more than that they are in the library. */
  outcome({ done, duplicates, failed }: ImportView['progress']): string {
    const parts = [
      done > 0 && `${done} imported`,
      duplicates > 0 && `${duplicates} here already`,
      failed > 0 && `${failed} not imported`,
    ];
    return parts.filter(Boolean).join(' · ');
  },
  current: (names: readonly string[]) => `Listening to ${names.join(', ')}`,
  failures: (count: number) => (count === 1 ? 'What went wrong with 1 file' : `What went wrong with ${count} files`),
  more: (count: number) => `and ${count} more`,
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  stopWatching: 'Stop watching',
  dismiss: 'Take off the list',
  /** Which import a button is for, where there are several. */
  of: (action: string, name: string) => `${action}: ${name}`,
  form: {
    label: 'Import a folder',
    path: 'Folder',
    choose: 'Choose a folder…',
    pathHint: 'Its whole path. Folders inside it are searched too.',
    agent: 'Agent’s name',
    agentHint: 'For all of these calls',
    tags: 'Tags',
    tagsHint: 'With commas between them',
    watches: 'Keep watching: import what is added to it later',
    start: 'Import',
    cancel: 'Cancel',
    channels: 'Channels and baseline are as chosen below.',
  },
} as const;
