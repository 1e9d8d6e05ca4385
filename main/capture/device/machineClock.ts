import { type Clock, systemClock } from '../../clock.ts';

/** The clock that all processes of this machine share: the supervisor can compare it with the child's time stamps. */
export const machineClock: Clock = {
  ...systemClock,
  monotonicSeconds: () => Number(process.hrtime.bigint()) / 1e9,
};
