import { implement } from '@orpc/server';
import { exportContract } from '../../contract/exportContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(exportContract);

export function exportRouter({ calls, exports }: Services) {
  return contract.router({
    contents: contract.contents.handler(({ input }) => exports.contents(input.callIds, input.coach)),
    make: contract.make.handler(({ input }) => exports.make(input)),
    openPack: contract.openPack.handler(({ input }) => exports.openPack(input.streamId, input.passphrase)),
    importPack: contract.importPack.handler(({ input }) => calls.importPacked(input.callIds)),
    discardPack: contract.discardPack.handler(({ input }) => calls.discardPacked(input.callIds)),
  });
}
