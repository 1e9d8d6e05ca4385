import { type Role, roleSchema } from '../../../core/model/role.ts';

/** What the words of `--roles` may be. */
export const ROLES_HELP = 'who is on each channel, in order: agent, customer, or - to skip one';

/** What `--shared-channel` says. */
export const SHARED_CHANNEL_HELP = 'both parties are on the channel of recordings that have one';

/**
 * Reads `--roles agent,customer`: one word a channel.
 * @throws {RangeError} naming the word that is none
 */
export function parseRoles(text: string): (Role | null)[] {
  return text.split(',').map((part) => {
    const word = part.trim();
    if (word === '-') return null;
    const role = roleSchema.safeParse(word);
    if (!role.success) throw new RangeError(`"${word}" is no role: use agent, customer or -`);
    return role.data;
  });
}
