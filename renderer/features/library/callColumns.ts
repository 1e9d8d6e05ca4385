import type { CallListItem, CallQuery } from '../../../contract/callContract.ts';
import { measures } from '../../../core/measures/measures.ts';
import { missing } from '../../../core/messages/formatter.ts';
import { formatMeasureNumber } from '../../components/formatMeasure.ts';
import { measureNames } from '../../components/measureNames.ts';
import { format } from '../../text/format.ts';
import { libraryWords } from './libraryWords.ts';

export interface CallColumn {
  readonly sortBy: CallQuery['sortBy'];
  readonly name: string;
  readonly isNumber: boolean;
  /** Hidden if the window is narrower than this, in CSS pixels. */
  readonly minWidth: 0 | 640 | 900;
  readonly show: (call: CallListItem) => string;
}

const minWidths = { medium: 640, large: 900 } as const;

const names = libraryWords.columns;

/** The columns of the list, from left to right. */
export const columns: readonly CallColumn[] = [
  { sortBy: 'title', name: names.title, isNumber: false, minWidth: 0, show: ({ title }) => title },
  {
    sortBy: 'startedAt',
    name: names.startedAt,
    isNumber: false,
    minWidth: 0,
    show: ({ startedAt }) => format.moment(new Date(startedAt)),
  },
  { sortBy: 'agent', name: names.agent, isNumber: false, minWidth: 640, show: ({ agent }) => agent ?? missing },
  {
    sortBy: 'durationSeconds',
    name: names.durationSeconds,
    isNumber: true,
    minWidth: 640,
    show: ({ durationSeconds }) => format.clock(durationSeconds),
  },
  ...measures
    .filter((measure) => 'column' in measure)
    .map(
      (measure): CallColumn => ({
        sortBy: measure.id,
        name: measureNames[measure.id].column ?? measureNames[measure.id].label,
        isNumber: true,
        minWidth: minWidths[measure.column],
        show: (call) => formatMeasureNumber(measure, call.measures[measure.id]),
      }),
    ),
];
