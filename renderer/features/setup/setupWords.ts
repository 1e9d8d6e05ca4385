import { screenMessages } from '../../text/screenMessages.ts';

/** Texts of the setup guide. */
export const setupWords = screenMessages('setup', {
  title: 'Setup',
  progress: 'Step {step, number} of {all, number}',
  steps: { microphone: 'Microphone', caller: 'Caller', voice: 'Your voice' },
  back: 'Back',
  next: 'Next',
  skip: 'Skip the rest',
  done: 'Done',
  notNow: 'Not now',
  later: 'You can change all of this later in Settings.',
  microphone: {
    heading: 'Which microphone do you speak into?',
    lead: 'Say a few words. The bar should move with your voice and stop when you’re silent.',
    you: 'You',
    hint: 'Usually your headset',
    look: 'Refresh devices',
    none: 'No microphone found. Plug one in and refresh the devices, or use this browser’s microphone.',
  },
  caller: {
    heading: 'Where does the caller’s voice come from?',
    lead: 'With the caller’s audio, Softspoken shows when it’s your turn, and whether the caller is getting louder or calming down. Your own loudness and pace are measured either way.',
    caller: 'Caller',
    hint: 'what this computer plays, or a second input',
    without: 'Without the caller’s audio: no floor light, no wave, no “Let them finish”.',
    same: 'That’s your own microphone. Select another source for the caller, or none.',
  },
  voice: {
    heading: 'How do you usually sound?',
    lead: 'You’re only ever compared with your own usual voice, never with anyone else’s. Read two passages aloud. The audio is measured but not saved.',
    on: 'With {device}',
    noDevice: 'Select your microphone first.',
    chooseDevice: 'Select a microphone',
    parts: {
      normal: { name: 'Your usual voice', task: 'Read this as if you were speaking to a friendly caller.' },
      soft: { name: 'Softly', task: 'Now softly, as if someone were asleep in the next room. Don’t whisper.' },
    },
    seconds: '{seconds, number} s',
    start: 'Start reading',
    again: 'Read it again',
    stop: 'Stop',
    remaining: '{seconds, number} s to go',
    fromTheTop: 'If you reach the end, start again from the top.',
    progress: 'Reading',
    level: 'You',
    read: 'done',
    withoutSoft: 'Skip the soft passage',
    result: {
      heading: 'Your voice baseline is saved.',
      device: 'From now on, calls with {device} are compared with it.',
      pace: 'You usually speak at {rate}.',
      softer: 'Your soft voice was {difference} softer.',
      notSofter:
        'Your soft voice was about as loud as your usual one. For a more precise baseline, read it again more softly.',
    },
  },
});

/** Passages to read aloud, longer than the recording takes: calm, plain, and about nothing in particular. */
export const passages = screenMessages('passages', {
  normal:
    'Last spring the library on our street moved into the old railway station. The books came over in small green carts, one shelf at a time, and half the neighbourhood helped to push. By noon the reading room was full of boxes, and somebody had opened the tall windows towards the garden. Children sat on the stairs and read to each other while the last shelves were put up. In the evening there was soup for everyone, and the station clock, which had not moved for twenty years, began to tick again. Nobody knows who wound it. Since then people come in just to hear it, stay for a page or two, and go home with a book under their arm.',
  soft: 'The boat lay quite still at the end of the pier. A thin mist was on the water, and only the ropes made a sound. We spoke so quietly that the heron on the far bank never turned its head. Then the sun came up, and the whole lake turned from grey to gold.',
});
