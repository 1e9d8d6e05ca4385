import { type Role, roleSchema } from '../../../core/model/role.ts';

/** Help on the words of `--roles`. */
export const ROLES_HELP = 'who is on each channel, in order: agent, customer, or - to skip one';

/** Help on `--shared-channel`. */
export const SHARED_CHANNEL_HELP = 'both parties are on the channel of recordings that have one';

/**
 * Parses `--roles agent,customer`: one word per channel.
 * @throws {RangeError} naming the invalid word
 */
export function parseRoles(text: string): (Role | null)[] {
  return text.split(',').map((part) => {
    const word = part.trim();
    if (word === '-') return null;
    const role = roleSchema.safeParse(word);
    if (!role.success) throw new RangeError(`"${word}" is not a role: use agent, customer or -`);
    return role.data;
  });
}
