import { sendRandomMessages } from '../../tests/contract/fakes/randomMessages.ts';
import type { SoakPart } from './soakPart.ts';

/** To services of its own each, so that what earlier ones have opened is not in the way of all later ones. */
const messagesPerRun = 5_000;

export const randomMessages: SoakPart = {
  name: 'random-messages',
  title: 'Random messages to every procedure',
  count: 100_000,
  async run({ seed, count }) {
    const uncaught: unknown[] = [];
    let [sent, answered, refused] = [0, 0, 0];
    for (let run = 0; sent < count; run++) {
      const left = count - sent;
      const result = await sendRandomMessages({ seed: seed + run, count: Math.min(messagesPerRun, left) });
      uncaught.push(...result.uncaught);
      sent += result.sent;
      answered += result.answered;
      refused += result.refused;
    }
    return {
      figures: [
        ['messages', String(sent)],
        ['calls that had an answer', String(answered)],
        ['connections that were cut off for what they sent', String(refused)],
        ['exceptions nobody caught, and failures nobody expected', String(uncaught.length)],
      ],
      failures: [
        ...uncaught.map(String),
        ...(answered < sent / 2 ? [`only ${answered} of ${sent} had an answer`] : []),
      ],
    };
  },
};
