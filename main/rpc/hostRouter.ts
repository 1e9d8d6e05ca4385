import { implement } from '@orpc/server';
import { hostContract } from '../../contract/hostContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(hostContract);

export function hostRouter({ host }: Services) {
  return contract.router({
    info: contract.info.handler(() => host.info()),
    notices: contract.notices.handler(({ signal }) => host.watchNotices(signal)),
    dismissNotice: contract.dismissNotice.handler(({ input }) => host.dismissNotice(input.noticeId)),
    chooseFolder: contract.chooseFolder.handler(async () => ({ path: await host.chooseFolder() })),
    devices: contract.devices.handler(() => host.devices()),
  });
}
