import { callContract } from './callContract.ts';
import { exportContract } from './exportContract.ts';
import { hostContract } from './hostContract.ts';
import { liveContract } from './liveContract.ts';
import { notesContract } from './notesContract.ts';
import { recordingContract } from './recordingContract.ts';
import { reviewContract } from './reviewContract.ts';
import { streamContract } from './streamContract.ts';

/** Everything a screen can ask of its host. Read the parts in this order. */
export const appContract = {
  host: hostContract,
  streams: streamContract,
  live: liveContract,
  recordings: recordingContract,
  calls: callContract,
  notes: notesContract,
  review: reviewContract,
  exports: exportContract,
};
