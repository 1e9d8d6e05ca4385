import { implement } from '@orpc/server';
import { recordingContract } from '../../contract/recordingContract.ts';
import type { Services } from '../services/createServices.ts';

const contract = implement(recordingContract);

export function recordingRouter({ recordings }: Services) {
  return contract.router({
    samples: contract.samples.handler(() => recordings.samples()),
    analyze: contract.analyze.handler(({ input }) => recordings.analyze(input)),
    reanalyze: contract.reanalyze.handler(({ input }) => recordings.reanalyze(input.callId, input.roles)),
    watch: contract.watch.handler(({ input, signal }) => recordings.watch(input.jobId, signal)),
    cancel: contract.cancel.handler(({ input }) => recordings.cancel(input.jobId)),
  });
}
