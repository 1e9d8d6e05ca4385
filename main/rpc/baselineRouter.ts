import { implement } from '@orpc/server';
import { baselineContract } from '../../contract/baselineContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(baselineContract);

export function baselineRouter({ baselines }: Services) {
  return contract.router({
    watch: contract.watch.handler(({ signal }) => baselines.watch(signal)),
    enrol: contract.enrol.handler(({ input, signal }) => baselines.enrol(input.source, input.seconds, signal)),
    save: contract.save.handler(({ input }) => baselines.save(input.normal, input.soft)),
    remove: contract.remove.handler(({ input }) => baselines.remove(input.device)),
  });
}
