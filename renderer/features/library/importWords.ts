import { screenMessages } from '../../text/screenMessages.ts';

/** Texts of imports. */
export const importWords = screenMessages('imports', {
  heading: 'Imports',
  pageFiles: 'Files from this page',
  label: 'Import of {name}',
  bar: 'Import progress',
  states: {
    running: 'Importing',
    held: 'Waiting for the call to end',
    paused: 'Paused',
    done: 'Done',
    watching: 'Watching for new recordings',
  },
  count: '{finished, number} of {total, plural, one {# recording} other {# recordings}}',
  countAndTime: '{count} · {time}',
  /** Shown if there is more to say than that they were imported. */
  outcome:
    '{done, plural, =0 {} other {# imported · }}{duplicates, plural, =0 {} other {# already imported · }}{failed, number} failed',
  outcomeWithoutFailures: '{done, plural, =0 {} other {# imported · }}{duplicates, number} already imported',
  current: 'Analysing {names}',
  failures: '{count, plural, one {Problem with # file} other {Problems with # files}}',
  more: 'and {count, number} more',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopWatching: 'Stop watching',
  dismiss: 'Dismiss',
  /** Tells which import a button is for if there are several. */
  of: '{action}: {name}',
  form: {
    label: 'Import a folder',
    path: 'Folder',
    choose: 'Select a folder…',
    pathHint: 'Full path. Includes subfolders.',
    agent: 'Agent’s name',
    agentHint: 'For all of these calls',
    tags: 'Tags',
    tagsHint: 'Separate with commas',
    watches: 'Keep watching this folder and import new recordings',
    start: 'Import',
    cancel: 'Cancel',
    channels: 'Uses the channels and the voice baseline selected below.',
  },
});
