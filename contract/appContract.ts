import { baselineContract } from './baselineContract.ts';
import { callContract } from './callContract.ts';
import { exportContract } from './exportContract.ts';
import { hostContract } from './hostContract.ts';
import { importContract } from './importContract.ts';
import { liveContract } from './liveContract.ts';
import { notesContract } from './notesContract.ts';
import { practiceContract } from './practiceContract.ts';
import { recordingContract } from './recordingContract.ts';
import { reviewContract } from './reviewContract.ts';
import { settingsContract } from './settingsContract.ts';
import { streamContract } from './streamContract.ts';

/** Everything a screen can ask of its host, split into the parts below. */
export const appContract = {
  host: hostContract,
  streams: streamContract,
  live: liveContract,
  recordings: recordingContract,
  imports: importContract,
  calls: callContract,
  notes: notesContract,
  review: reviewContract,
  exports: exportContract,
  settings: settingsContract,
  baselines: baselineContract,
  practice: practiceContract,
};
