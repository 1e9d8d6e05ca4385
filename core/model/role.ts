import { z } from 'zod';

/** The two parties of a call: the agent who is coached, and the customer who called. */
export const roleSchema = z.enum(['agent', 'customer']);
export type Role = z.infer<typeof roleSchema>;
export const roles = roleSchema.options;

export function otherRole(role: Role): Role {
  return role === 'agent' ? 'customer' : 'agent';
}
