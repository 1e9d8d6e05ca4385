import { oc } from '@orpc/contract';
import { appErrorDataSchema } from '../core/model/appError.ts';

/** The root of every procedure: anything that can go wrong for a user arrives as the data of one typed error. */
export const procedure = oc.errors({ APP_ERROR: { status: 422, data: appErrorDataSchema } });
