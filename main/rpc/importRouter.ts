import { implement } from '@orpc/server';
import { importContract } from '../../contract/importContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(importContract);

export function importRouter({ imports }: Services) {
  return contract.router({
    start: contract.start.handler(({ input }) => imports.start(input)),
    watch: contract.watch.handler(({ signal }) => imports.watch(signal)),
    pause: contract.pause.handler(({ input }) => imports.pause(input.importId)),
    resume: contract.resume.handler(({ input }) => imports.resume(input.importId)),
    remove: contract.remove.handler(({ input }) => imports.remove(input.importId)),
    folders: contract.folders.handler(({ input }) => imports.folders(input.path)),
  });
}
