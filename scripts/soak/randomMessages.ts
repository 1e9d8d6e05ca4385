import { sendRandomMessages } from '../../tests/contract/fakes/randomMessages.ts';
import type { SoakPart } from './soakPart.ts';

/** Each run has its own services, so that what earlier messages opened does not hinder all later ones. */
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
        ['calls that were answered', String(answered)],
        ['connections that were closed because of what they sent', String(refused)],
        ['uncaught exceptions and unexpected failures', String(uncaught.length)],
      ],
      failures: [
        ...uncaught.map(String),
        ...(answered < sent / 2 ? [`only ${answered} of ${sent} were answered`] : []),
      ],
    };
  },
};
