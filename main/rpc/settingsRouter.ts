import { implement } from '@orpc/server';
import { settingsContract } from '../../contract/settingsContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(settingsContract);

export function settingsRouter({ settings }: Services) {
  return contract.router({
    get: contract.get.handler(() => settings.view()),
    watch: contract.watch.handler(({ signal }) => settings.watch(signal)),
    update: contract.update.handler(({ input }) => settings.update(input)),
  });
}
