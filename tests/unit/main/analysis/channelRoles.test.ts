import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/model/appError.ts';
import { channelRoles } from '../../../../main/analysis/channelRoles.ts';

const refusal = (roles: Parameters<typeof channelRoles>[0], channels: number): AppError => {
  try {
    channelRoles(roles, channels);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('not rejected');
};

describe('channelRoles', () => {
  it('assigns one channel to the agent, and two to agent and caller', () => {
    expect(channelRoles(null, 1)).toEqual([{ role: 'agent', channel: 0 }]);
    expect(channelRoles(null, 2).map(({ role }) => role)).toEqual(['agent', 'customer']);
  });

  it('skips channels and swaps them', () => {
    expect(channelRoles(['customer', null, 'agent'], 3)).toEqual([
      { role: 'customer', channel: 0 },
      { role: 'agent', channel: 2 },
    ]);
  });

  it('asks for roles if there are more than two channels, with an example of the option', () => {
    const error = refusal(null, 4);
    expect(error.code).toBe('roles-mismatch');
    expect(error.message).toContain('--roles agent,customer,-,-');
  });

  it('rejects roles that do not fit', () => {
    expect(refusal(['agent', 'customer'], 1).message).toContain('one channel');
    expect(refusal(['agent', 'agent'], 2).code).toBe('roles-mismatch');
    expect(refusal([null, null], 2).code).toBe('roles-mismatch');
  });
});
