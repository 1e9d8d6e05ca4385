import { implement } from '@orpc/server';
import { streamContract } from '../../contract/streamContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(streamContract);

export function streamRouter({ streams }: Services) {
  return contract.router({
    open: contract.open.handler(({ input }) => streams.open(input)),
    close: contract.close.handler(({ input }) => streams.close(input.streamId)),
  });
}
