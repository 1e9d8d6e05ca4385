import type { ChannelRoles } from '../../host/fileUpload.ts';
import { format } from '../../text/format.ts';
import { screenMessages } from '../../text/screenMessages.ts';

export type RoleLayout = 'usual' | 'swapped' | 'one';

export const channelRoles: Readonly<Record<RoleLayout, ChannelRoles>> = {
  usual: null,
  swapped: ['customer', 'agent'],
  one: ['agent'],
};

/** Texts of opening recordings. */
export const recordingWords = screenMessages('recordings', {
  title: 'Calls',
  drop: {
    heading: 'Drop recorded calls here',
    hint: '{formats}. They stay on this computer.',
    choose: 'Select files',
    over: 'Drop to open this recording',
    overSeveral: 'Drop to import {count, plural, one {# recording} other {# recordings}}',
    folder: 'Import a folder…',
    pack: 'Open a coach pack…',
  },
  roles: {
    label: 'Channels',
    usual: 'Agent left, caller right',
    swapped: 'Caller left, agent right',
    one: 'One speaker',
  },
  samples: {
    heading: 'Try a sample call',
    lead: 'The same call, handled in two ways.',
  },
  progress: {
    heading: 'Analysing {title}',
    label: 'Progress',
    done: '{share} · {time}',
    remaining: 'about {time} left',
    soon: 'almost done',
    starting: 'starting…',
    cancel: 'Cancel',
  },
  failed: '{title} couldn’t be opened',
});

/** The time an analysis will still take, or that it is starting while that is unknown. */
export function remainingText(seconds: number | undefined): string {
  const words = recordingWords.progress;
  if (seconds === undefined) return words.starting;
  return seconds < 1.5 ? words.soon : words.remaining({ time: format.duration(Math.ceil(seconds)) });
}
