import type { CallService } from '../calls/callService.ts';
import type { ExportService } from '../exports/exportService.ts';
import type { ImportService } from '../imports/importService.ts';

/** Takes calls, or all that is kept of an agent, out of every place that knows of them. */
export interface Erasing {
  /** One that is not there is no error. */
  erase(callIds: readonly string[]): Promise<void>;
  /** Ends the imports that go under the agent's name, too. Returns how many calls the agent had. */
  eraseAgent(agent: string): Promise<number>;
}

export function createErasing(options: {
  readonly calls: Pick<CallService, 'erase' | 'idsOfAgent'>;
  readonly exports: Pick<ExportService, 'forget'>;
  readonly imports: Pick<ImportService, 'removeOfAgent'>;
}): Erasing {
  const { calls, exports, imports } = options;

  async function erase(callIds: readonly string[]): Promise<void> {
    calls.erase(callIds);
    await exports.forget(callIds);
  }

  return {
    erase,
    async eraseAgent(agent) {
      // Before the calls: one that goes on would bring more of them.
      await imports.removeOfAgent(agent);
      const callIds = calls.idsOfAgent(agent);
      await erase(callIds);
      return callIds.length;
    },
  };
}
