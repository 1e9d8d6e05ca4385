import type { Settings } from '../../core/model/settings.ts';
import { menu } from '../state/page.ts';

const menuNames: Readonly<Record<(typeof menu)[number], string>> = {
  live: 'Live',
  library: 'Calls',
  trends: 'Trends',
  practice: 'Practice',
  settings: 'Settings',
};

export const appWords = {
  name: 'Softspoken',
  menu: menuNames,
  connecting: 'Connecting…',
  lost: {
    title: 'Softspoken is not answering',
    message:
      'It may have been closed. Start it again, then reload this page. A call that was running is not affected by this page.',
    action: 'Reload',
  },
  skip: 'Skip to the screen',
  notices: 'What happened meanwhile',
  shortcuts: {
    title: 'Keyboard',
    close: 'Close',
    open: 'Keyboard shortcuts',
    groups: (key: Settings['shortcuts']) => [
      {
        name: 'Anywhere',
        keys: [
          ...menu.map((name, i) => ({ keys: [String(i + 1)], does: menuNames[name] })),
          { keys: ['?'], does: 'This list' },
        ],
      },
      {
        name: 'During a call',
        keys: [
          { keys: [key.nextStage, key.previousStage], does: 'Next step of the call, or one back' },
          { keys: [key.flag], does: 'Flag this moment' },
          { keys: [key.breathe], does: 'Breathing pacer while the caller speaks' },
          { keys: [key.warning], does: 'Note that you gave a warning' },
          { keys: [key.escalation], does: 'Note that you handed the call on' },
          { keys: [key.pauseRecording], does: 'Pause or resume the recording' },
          { keys: [key.markCueWrong], does: 'The last cue was wrong' },
        ],
      },
      {
        name: 'Summary of a call',
        keys: [
          { keys: ['Space'], does: 'Play or pause' },
          { keys: ['←', '→'], does: 'Back or on by 5 seconds' },
          { keys: ['Shift', '← →'], does: 'Back or on by 1 second' },
          { keys: ['P', 'N'], does: 'Previous or next moment of the chosen kind' },
          { keys: ['[', ']'], does: 'Start or end a loop here' },
          { keys: ['L'], does: 'Stop looping' },
          { keys: [',', '.'], does: 'Slower or faster' },
          { keys: ['C'], does: 'Comment on this moment, or on the loop' },
          { keys: ['+', '−'], does: 'Zoom in or out' },
        ],
      },
    ],
  },
  schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  schemeButton: (scheme: string) => `Appearance: ${scheme}. Change it`,
} as const;
