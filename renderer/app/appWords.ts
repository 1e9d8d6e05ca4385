import { screenMessages } from '../text/screenMessages.ts';

export const appWords = screenMessages('app', {
  name: 'Softspoken',
  navigation: 'Main',
  menu: { live: 'Live', library: 'Calls', trends: 'Trends', practice: 'Practice', settings: 'Settings' },
  connecting: 'Connecting…',
  lost: {
    title: 'Softspoken isn’t responding',
    message:
      'It may have been closed. Start it again, then reload this page. A running call continues without this page.',
    action: 'Reload',
  },
  skip: 'Skip to content',
  notices: 'Notices',
  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    open: 'Keyboard shortcuts',
    openHint: 'Keyboard shortcuts (?)',
    groups: { anywhere: 'Anywhere', live: 'During a call', call: 'On a call’s page' },
    help: 'This list',
    live: {
      steps: 'Next or previous step of the call',
      flag: 'Flag this moment',
      breathe: 'Breathing pacer while the caller speaks',
      warning: 'Warning given',
      escalation: 'Call escalated',
      pauseRecording: 'Pause or resume the recording',
      markCueWrong: 'The last cue was wrong',
    },
    call: {
      play: 'Play or pause',
      seek: 'Back or forward 5 seconds',
      seekFine: 'Back or forward 1 second',
      moments: 'Previous or next moment of the selected kind',
      loop: 'Start or end a loop here',
      endLoop: 'Stop looping',
      speed: 'Slower or faster',
      comment: 'Comment on this moment, or on the loop',
      zoom: 'Zoom in or out',
    },
  },
  schemes: { light: 'Light', dark: 'Dark', auto: 'System' },
  schemeButton: 'Appearance: {scheme}. Change it',
});
