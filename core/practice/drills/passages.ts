/** Texts of everyday words to read aloud. */
export const passages = {
  'harbour-cafe':
    'The café by the harbour opens at six, long before the first boat. The owner wipes the tables, sets out the chairs, and listens to the gulls. At half past six the fishermen come in, one after the other. They do not talk much. He knows what each of them drinks, and puts it down without a word. When the sun is over the roofs, the cups are empty, and the room is quiet again. Then he sits down himself, by the window, with a cup of tea.',
  'garden-gate':
    'Behind the old school there is a garden that nobody owns. The gate has lost its lock, and the path is full of leaves. In spring the neighbours come with spades and buckets. One plants beans, another plants roses, and a third one only sits in the shade and gives advice. By June there is enough for everybody. They carry it home in paper bags, and what is left over they put on a bench by the road.',
} as const;

/** A warning to an abusive caller: what you want, what prevents it, and what happens next. */
export const warningText =
  'I want to help you with this, and I can do it better without these words. If it goes on, I will have to end the call. Let us look at it together.';

export const closingText = 'Thank you for waiting. I have looked at it now, and I can tell you what we will do.';

export const answerTexts = [
  'I hear you. I am looking at it just now.',
  'You are right to be upset. Let me see what I can do.',
  'I understand. Please tell me the rest.',
] as const;
