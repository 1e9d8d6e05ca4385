import { type Clock, systemClock } from '../../clock.ts';

/** The clock that all processes of this machine share: what the child stamps, the supervisor can compare. */
export const machineClock: Clock = {
  ...systemClock,
  monotonicSeconds: () => Number(process.hrtime.bigint()) / 1e9,
};
