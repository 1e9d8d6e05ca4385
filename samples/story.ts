import type { Role } from '../core/model/role.ts';

/** The sound of a party's normal speech (effort 0). */
export interface Voice {
  /** An espeak-ng voice with its variant. */
  readonly espeakVoice: string;
  /** Active level of normal speech. */
  readonly levelDbfs: number;
}

/**
 * The start of a line, in seconds:
 * `after` the previous line's end; `cutIn` before the previous line's end (the other party is talked over and gives
 * up); `during` counted from the previous line's start (a backchannel: the other party keeps the floor).
 */
export type Timing = { readonly after: number } | { readonly cutIn: number } | { readonly during: number };

/** One uninterrupted piece of speech. */
export interface Line {
  readonly role: Role;
  readonly text: string;
  readonly timing: Timing;
  /** espeak-ng's speed setting, in words per minute. */
  readonly wpm: number;
  /** Vocal effort, in dB relative to this voice's normal speech. */
  readonly effortDb: number;
  /** Semitones in addition to the pitch shift of the effort; none if missing. */
  readonly extraSemitones?: number;
}

export interface SampleCall {
  readonly id: string;
  readonly title: string;
  /** A sentence that says what to listen for. */
  readonly description: string;
  readonly lines: readonly Line[];
}

export const voices: Readonly<Record<Role, Voice>> = {
  agent: { espeakVoice: 'en+f3', levelDbfs: -26 },
  customer: { espeakVoice: 'en-us+m7', levelDbfs: -27 },
};

/** The agent answers every wave with one of her own: as loud, as fast, and before he has finished. */
const matchingTheAnger: SampleCall = {
  id: 'matching-the-anger',
  title: 'Matching the anger',
  description: 'The agent matches the caller’s volume, hurries and interrupts. The caller gets louder.',
  lines: [
    {
      role: 'agent',
      text: 'Fernley Spare Parts, Joanna speaking, what is the problem?',
      timing: { after: 1 },
      wpm: 180,
      effortDb: 1,
    },
    {
      role: 'customer',
      text: 'The problem is that you have sent me the wrong oven seal. Again! This is the third one, and not one of them has been…',
      timing: { after: 0.3 },
      wpm: 175,
      effortDb: 4,
    },
    {
      role: 'agent',
      text: 'Right, hold on, I need an order number before we can do anything at all.',
      timing: { cutIn: 1 },
      wpm: 198,
      effortDb: 5,
    },
    {
      role: 'customer',
      text: 'I gave you that number twice last week! I have spent three evenings on my knees in front of this oven, and every time I open the…',
      timing: { after: 0.15 },
      wpm: 190,
      effortDb: 6.5,
    },
    {
      role: 'agent',
      text: 'Sir, did you measure the door? Most people simply order the wrong size, and then they blame the warehouse.',
      timing: { cutIn: 0.95 },
      wpm: 202,
      effortDb: 6,
    },
    {
      role: 'customer',
      text: 'I did not order the wrong size! I read you the number from the door, and your own man told me it was the right one, so do not tell me that I…',
      timing: { after: 0.08 },
      wpm: 186,
      effortDb: 8,
    },
    {
      role: 'agent',
      text: 'Nobody is telling you anything, I can only go by what it says on my screen!',
      timing: { cutIn: 1.1 },
      wpm: 204,
      effortDb: 7.5,
    },
    {
      role: 'customer',
      text: 'Then your screen is wrong! My mother is coming on Sunday, I have eleven people to feed, and I still do not have an oven that…',
      timing: { after: 0.05 },
      wpm: 190,
      effortDb: 9,
    },
    {
      role: 'agent',
      text: 'Well, shouting at me is not going to repair your oven, is it? I have a queue of other people waiting here.',
      timing: { cutIn: 1 },
      wpm: 204,
      effortDb: 8,
    },
    {
      role: 'customer',
      text: 'I am shouting because nobody in your company ever lets me finish a single…',
      timing: { after: 0.05 },
      wpm: 190,
      effortDb: 9.5,
    },
    {
      role: 'agent',
      text: 'Fine, fine, I will send you another one, but you can send the old ones back at your own cost.',
      timing: { cutIn: 0.9 },
      wpm: 204,
      effortDb: 8,
    },
    {
      role: 'customer',
      text: 'At my own cost? For your mistake? Give me your manager. Now!',
      timing: { after: 0.1 },
      wpm: 195,
      effortDb: 9.5,
    },
    {
      role: 'agent',
      text: 'She will only tell you the same thing, but go ahead. Hold the line.',
      timing: { after: 0.06 },
      wpm: 198,
      effortDb: 7,
    },
    {
      role: 'customer',
      text: 'Then I will hear it from her. And she is going to hear from me, every word of this call!',
      timing: { after: 0.2 },
      wpm: 190,
      effortDb: 9,
    },
  ],
};

/**
 * The same caller and the same three wrong parts: she lets each wave pass, speaks under it, and he comes down to her.
 */
const softAndPatient: SampleCall = {
  id: 'soft-and-patient',
  title: 'Soft and patient',
  description: 'The same call: the agent speaks softly and slowly and waits for the pause. The caller comes down.',
  lines: [
    {
      role: 'agent',
      text: 'Fernley Spare Parts, this is Joanna. How can I help you?',
      timing: { after: 1 },
      wpm: 142,
      effortDb: -2,
    },
    {
      role: 'customer',
      text: 'You have sent me the wrong oven seal. Again! This is the third one. I have spent three evenings on my knees in front of this oven, and every time it was for nothing!',
      timing: { after: 0.5 },
      wpm: 180,
      effortDb: 6,
    },
    { role: 'agent', text: 'I see.', timing: { during: 6.2 }, wpm: 150, effortDb: -5 },
    {
      role: 'agent',
      text: 'Three wrong parts, and three lost evenings. I would be cross too.',
      timing: { after: 0.9 },
      wpm: 132,
      effortDb: -4,
    },
    {
      role: 'customer',
      text: 'I read you the number from the door, and your own man told me it was the right one! My mother is coming on Sunday, I have eleven people to feed, and not one of you has listened!',
      timing: { after: 0.4 },
      wpm: 188,
      effortDb: 9.5,
    },
    {
      role: 'agent',
      text: 'I am listening now. Please, tell me what the seal should look like.',
      timing: { after: 1.6 },
      wpm: 128,
      effortDb: -5,
    },
    {
      role: 'customer',
      text: 'Well. It is for the wide door. The ones you send are always two fingers too short.',
      timing: { after: 0.7 },
      wpm: 175,
      effortDb: 4,
    },
    {
      role: 'agent',
      text: 'Two fingers too short. So what matters to you is the right seal, and before Sunday. Have I got that right?',
      timing: { after: 0.8 },
      wpm: 130,
      effortDb: -4.5,
    },
    {
      role: 'customer',
      text: 'Yes! Before Sunday! And I am not going to pay for it a fourth time!',
      timing: { after: 0.4 },
      wpm: 182,
      effortDb: 7,
    },
    {
      role: 'agent',
      text: 'You will not pay again. I have just looked: the wide seal hangs under the wrong label here. That is our mistake, and I am sorry.',
      timing: { after: 1.1 },
      wpm: 130,
      effortDb: -5,
    },
    {
      role: 'customer',
      text: 'So my number was right, all this time.',
      timing: { after: 0.6 },
      wpm: 165,
      effortDb: 2,
    },
    {
      role: 'agent',
      text: 'It was right from the first day. I will measure the seal myself, and you will have it on Friday.',
      timing: { after: 0.7 },
      wpm: 132,
      effortDb: -4,
    },
    {
      role: 'customer',
      text: 'Friday is good. Thank you, Joanna. I did not mean to shout at you.',
      timing: { after: 0.6 },
      wpm: 155,
      effortDb: -1,
    },
    {
      role: 'agent',
      text: 'I understand. I will call you on Friday to hear that it fits.',
      timing: { after: 0.8 },
      wpm: 135,
      effortDb: -4,
    },
  ],
};

export const sampleCalls: readonly SampleCall[] = [matchingTheAnger, softAndPatient];

/**
 * A reading passage from which the agent's baseline is measured. The soft passage repeats the beginning of the
 * normal one, because another text has other vowels and therefore another alpha ratio.
 */
export interface ReadingPassage {
  readonly id: 'normal' | 'soft';
  readonly text: string;
  readonly wpm: number;
  readonly effortDb: number;
}

export const readingPassages: readonly ReadingPassage[] = [
  {
    id: 'normal',
    text: 'The ferry leaves the harbour at seven in the morning, when the water is still grey and the gulls are only waking up. It carries bread, letters and a few early passengers to the islands. On the upper deck an old man sells coffee from a tin can, and he knows everybody by name. Halfway across, the captain slows down, because there are often seals resting on the flat rocks. Nobody complains about the delay. Visitors lean over the rail with their cameras, and the children count aloud.',
    wpm: 155,
    effortDb: 0,
  },
  {
    id: 'soft',
    text: 'The ferry leaves the harbour at seven in the morning, when the water is still grey and the gulls are only waking up. It carries bread, letters and a few early passengers to the islands.',
    wpm: 124,
    effortDb: -5,
  },
];
