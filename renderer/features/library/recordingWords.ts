import type { ChannelRoles } from '../../api/recordingIntents.ts';

export type RoleLayout = 'usual' | 'swapped' | 'one';

export const channelRoles: Readonly<Record<RoleLayout, ChannelRoles>> = {
  usual: null,
  swapped: ['customer', 'agent'],
  one: ['agent'],
};

export const recordingWords = {
  title: 'Calls',
  drop: {
    heading: 'Drop a recorded call here',
    hint: 'WAV, FLAC, MP3, Ogg Opus or Vorbis. It stays on this computer.',
    choose: 'Choose a file',
    over: 'Drop to open this recording',
    several: (count: number) => `One recording at a time, please: the first of ${count} is being opened.`,
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
