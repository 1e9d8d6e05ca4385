import { recordingFormatNames } from '../../../core/model/recordingFormats.ts';
import type { ChannelRoles } from '../../host/fileUpload.ts';
import { formatSeconds } from '../../text/formatReading.ts';

export type RoleLayout = 'usual' | 'swapped' | 'one';

export const channelRoles: Readonly<Record<RoleLayout, ChannelRoles>> = {
  usual: null,
  swapped: ['customer', 'agent'],
  one: ['agent'],
};

export const recordingWords = {
  title: 'Calls',
  drop: {
    heading: 'Drop recorded calls here',
    hint: `${recordingFormatNames}. It stays on this computer.`,
    choose: 'Choose files',
    over: 'Drop to open this recording',
    overSeveral: (count: number) => `Drop to import these ${count} recordings`,
    folder: 'Import a folder…',
    pack: 'Open a coach pack…',
  },
  roles: {
    label: 'Who is on which channel',
    usual: 'Agent left, caller right',
    swapped: 'Caller left, agent right',
    one: 'One speaker',
  },
  samples: {
    heading: 'Try the sample call',
    lead: 'The same call, handled in two ways.',
  },
  progress: {
    heading: (title: string) => `Listening to ${title}`,
    label: 'Progress',
    remaining: (time: string) => `about ${time} left`,
    soon: 'a moment',
    starting: 'starting…',
    cancel: 'Cancel',
  },
  failed: (title: string) => `${title} could not be opened`,
} as const;

/** How long something will go on; it has just begun where nobody knows yet. */
export function remainingText(seconds: number | undefined): string {
  const words = recordingWords.progress;
  if (seconds === undefined) return words.starting;
  return words.remaining(seconds < 1.5 ? words.soon : formatSeconds(Math.ceil(seconds)));
}
