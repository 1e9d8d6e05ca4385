import { AppError } from '../../core/model/appError.ts';
import type { Role } from '../../core/model/role.ts';

/** A party and its channel of the recording. */
export interface ChannelOfRole {
  readonly role: Role;
  readonly channel: number;
}

/**
 * Assigns parties to the channels of a recording.
 *
 * @param roles role of each channel in order; null skips a channel. Null instead of a list is the default: the agent on
 *   the first of two channels and the caller on the second, or the agent on a single one
 * @throws AppError `roles-mismatch` if the roles do not fit the channels, naming valid ones
 */
export function channelRoles(roles: readonly (Role | null)[] | null, channelCount: number): readonly ChannelOfRole[] {
  if (roles === null) {
    if (channelCount === 1) return [{ role: 'agent', channel: 0 }];
    if (channelCount === 2) {
      return [
        { role: 'agent', channel: 0 },
        { role: 'customer', channel: 1 },
      ];
    }
    throw new AppError(
      'roles-mismatch',
      `The recording has ${channelCount} channels. Say who is on each, for example --roles agent,customer${',-'.repeat(channelCount - 2)} ("-" skips a channel).`,
    );
  }
  const found = roles.flatMap((role, channel) => (role === null ? [] : [{ role, channel }]));
  const names = roles.map((role) => role ?? '-').join(',');
  const count = channelCount === 1 ? 'one channel' : `${channelCount} channels`;
  if (roles.length !== channelCount) {
    throw new AppError(
      'roles-mismatch',
      `The roles "${names}" name ${roles.length}, but the recording has ${count}. Name each channel once ("-" skips one).`,
    );
  }
  if (found.length === 0)
    throw new AppError('roles-mismatch', 'All channels are skipped. Name at least one as agent or customer.');
  if (new Set(found.map(({ role }) => role)).size < found.length) {
    throw new AppError(
      'roles-mismatch',
      `The roles "${names}" name one party twice. Each channel needs a party of its own.`,
    );
  }
  return found;
}
