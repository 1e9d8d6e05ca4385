import { implement } from '@orpc/server';
import { exportContract } from '../../contract/exportContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(exportContract);

export function exportRouter({ library: { writer }, exports, packs }: Services) {
  return contract.router({
    contents: contract.contents.handler(({ input }) => exports.contents(input.callIds, input.coach)),
    make: contract.make.handler(({ input }) => exports.make(input)),
    openPack: contract.openPack.handler(({ input }) => packs.open(input.streamId, input.passphrase)),
    importPack: contract.importPack.handler(({ input }) => writer.importPreviews(input.callIds)),
    discardPack: contract.discardPack.handler(({ input }) => writer.discardPreviews(input.callIds)),
  });
}
