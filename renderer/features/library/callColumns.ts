import type { CallListItem, CallQuery } from '../../../contract/callContract.ts';
import { formatClock, formatShare } from '../../text/formatReading.ts';
import { locale } from '../../text/locale.ts';
import { libraryWords } from './libraryWords.ts';

export interface CallColumn {
  readonly sortBy: CallQuery['sortBy'];
  readonly name: string;
  readonly isNumber: boolean;
  /** Left out where the window is narrower than this, in CSS pixels. */
  readonly minWidth: 0 | 640 | 900;
  show(call: CallListItem): string;
}

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const none = '–';

function asShare(value: number | null): string {
  return value === null ? none : formatShare(value);
}

function asNumber(value: number | null, digits: number): string {
  return value === null ? none : value.toFixed(digits).replace('-', '−');
}

const names = libraryWords.columns;

/** What the list shows of each call, from left to right. */
export const columns: readonly CallColumn[] = [
  { sortBy: 'title', name: names.title, isNumber: false, minWidth: 0, show: ({ title }) => title },
  {
    sortBy: 'startedAt',
    name: names.startedAt,
    isNumber: false,
    minWidth: 0,
    show: ({ startedAt }) => `${day.format(new Date(startedAt))}, ${time.format(new Date(startedAt))}`,
  },
  { sortBy: 'agent', name: names.agent, isNumber: false, minWidth: 640, show: ({ agent }) => agent ?? none },
  {
    sortBy: 'durationSeconds',
    name: names.durationSeconds,
    isNumber: true,
    minWidth: 640,
    show: ({ durationSeconds }) => formatClock(durationSeconds),
  },
  {
    sortBy: 'softShare',
    name: names.softShare,
    isNumber: true,
    minWidth: 640,
    show: ({ measures }) => asShare(measures.softShare),
  },
  {
    sortBy: 'agentArticulationRate',
    name: names.agentArticulationRate,
    isNumber: true,
    minWidth: 900,
    show: ({ measures }) => asNumber(measures.agentArticulationRate, 1),
  },
  {
    sortBy: 'agentInterruptions',
    name: names.agentInterruptions,
    isNumber: true,
    minWidth: 640,
    show: ({ measures }) => asNumber(measures.agentInterruptions, 0),
  },
  {
    sortBy: 'medianResponseGapSeconds',
    name: names.medianResponseGapSeconds,
    isNumber: true,
    minWidth: 900,
    show: ({ measures }) => asNumber(measures.medianResponseGapSeconds, 1),
  },
  {
    sortBy: 'waves',
    name: names.waves,
    isNumber: true,
    minWidth: 900,
    show: ({ measures }) => asNumber(measures.waves, 0),
  },
];
