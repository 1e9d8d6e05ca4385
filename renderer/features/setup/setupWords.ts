/** Every word of the guide. */
export const setupWords = {
  title: 'Set up once',
  progress: (step: number, all: number) => `Step ${step} of ${all}`,
  steps: { microphone: 'Microphone', caller: 'Caller', voice: 'Your voice' },
  back: 'Back',
  next: 'Next',
  skip: 'Skip the rest',
  done: 'Done',
  notNow: 'Not now',
  later: 'You can change all of this in the settings.',
  microphone: {
    heading: 'Which microphone do you speak into?',
    lead: 'Say a few words: the bar should move with your voice, and rest when you are silent.',
    you: 'You',
    hint: 'the one of your headset, usually',
    look: 'Look for devices again',
    none: 'No microphone was found. Plug one in and look again, or use this page’s microphone.',
  },
  caller: {
    heading: 'Where does the caller’s voice come from?',
    lead: 'Hearing the caller tells you when it is your turn, and whether a storm is rising or passing. Without it, your loudness and pace are measured all the same.',
    caller: 'Caller',
    hint: 'what the computer plays, or a second input',
    without: 'Without the caller: no floor light, no wave, no “Let them finish”.',
    same: 'That is your own microphone. Choose another source for the caller, or none.',
  },
  voice: {
    heading: 'How do you usually sound?',
    lead: 'Everything is measured against your own voice, never against somebody else’s. Read aloud twice; the sound is measured and not kept.',
    on: (device: string) => `With ${device}`,
    noDevice: 'Choose your microphone first.',
    chooseDevice: 'Choose a microphone',
    parts: {
      normal: { name: 'As you usually speak', task: 'Read this as you would speak to a friendly caller.' },
      soft: { name: 'Softly', task: 'Now softly, as if somebody were asleep in the next room. No whispering.' },
    },
    seconds: (seconds: number) => `${seconds} s`,
    start: 'Start reading',
    again: 'Read it again',
    stop: 'Stop',
    remaining: (seconds: number) => `${seconds} s to go`,
    fromTheTop: 'At the end, start again from the top.',
    progress: 'Reading',
    level: 'You',
    read: 'done',
    withoutSoft: 'Leave out the soft part',
    result: {
      heading: 'Your voice is known.',
      device: (device: string) => `Calls with ${device} are measured against it from now on.`,
      pace: (rate: string, words: string) => `You usually speak at ${rate}, ${words}.`,
      softer: (difference: string) => `Your soft reading was ${difference} softer.`,
      notSofter:
        'Your soft reading was about as loud as the usual one. Read it again, more softly, if you want a sharper measure.',
    },
  },
} as const;

/** Something to read aloud that takes longer than the reading does: calm, plain, and about nothing in particular. */
export const passages = {
  normal:
    'Last spring the library on our street moved into the old railway station. The books came over in small green carts, one shelf at a time, and half the neighbourhood helped to push. By noon the reading room was full of boxes, and somebody had opened the tall windows towards the garden. Children sat on the stairs and read to each other while the last shelves were put up. In the evening there was soup for everyone, and the station clock, which had not moved for twenty years, began to tick again. Nobody knows who wound it. Since then people come in just to hear it, stay for a page or two, and go home with a book under their arm.',
  soft: 'The boat lay quite still at the end of the pier. A thin mist was on the water, and only the ropes made a sound. We spoke so quietly that the heron on the far bank never turned its head. Then the sun came up, and the whole lake turned from grey to gold.',
} as const;
