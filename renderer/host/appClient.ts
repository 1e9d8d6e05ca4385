import { ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { appContract } from '../../contract/appContract.ts';
import { AppError, type AppErrorData, appErrorDataSchema } from '../../core/model/appError.ts';

/** The host as the screens see it: every procedure of the contract, typed. */
export type AppClient = ContractRouterClient<typeof appContract>;

const unreachable: AppErrorData = {
  code: 'internal',
  message: 'Softspoken did not answer. Check that it is still running, then try again.',
};

/** Returns the error to show for anything thrown by the host or by this page. */
export function errorOf(thrown: unknown): AppErrorData {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message };
  if (thrown instanceof ORPCError) {
    const data = appErrorDataSchema.safeParse(thrown.data);
    if (data.success) return data.data;
  }
  return unreachable;
}
