import { join } from 'node:path';
import { loadSpeechModel } from '../../../main/analysis/speechModel.ts';
import { readChannels } from '../audio/readChannels.ts';
import { markdownTable } from '../output/markdownTable.ts';
import type { LabelledSet } from '../truth/labelledSet.ts';
import { orderOfCalmAndLoud } from './calmAndLoud.ts';
import { ESPEAK_VOICES, espeakSpeaker, gainDependence, orderOfEfforts, recordedSpeaker } from './simulatedEfforts.ts';

const ORDER_REACH = 0.95;
const GAIN_REACH_DB = 0.3;
/** Voices whose effort is measured over gains: one high, one low, one in between. */
const GAIN_VOICES = 3;
/** Least number of clips of a speaker: a baseline needs some clips besides the measured one. */
const LEAST_CLIPS = 4;

interface Order {
  readonly ordered: number;
  readonly pairs: number;
}

/** Writes the section of the document about the accuracy of effort. */
export async function effortSection(sets: readonly LabelledSet[]): Promise<string> {
  const model = await loadSpeechModel();
  const rows: string[][] = [];
  const gains: number[] = [];
  for (const voice of ESPEAK_VOICES.slice(0, GAIN_VOICES)) {
    gains.push((await gainDependence(model, espeakSpeaker(voice))) ?? Number.POSITIVE_INFINITY);
  }
  const gainDb = Math.max(...gains);
  rows.push([
    'change over −12 … +12 dB of gain',
    `${gains.length} synthetic voices`,
    `< ${GAIN_REACH_DB} dB`,
    `${gainDb.toFixed(2)} dB`,
    gainDb < GAIN_REACH_DB ? 'reached' : 'not reached',
  ]);
  const synthetic: Order[] = [];
  for (const voice of ESPEAK_VOICES) synthetic.push(await orderOfEfforts(model, espeakSpeaker(voice)));
  rows.push(orderRow('soft, normal, raised in order (simulated)', `${synthetic.length} synthetic voices`, synthetic));
  const libri = sets.find(({ kind }) => kind === 'libri');
  if (libri) {
    const recorded: Order[] = [];
    for (const clips of (await clipsBySpeaker(libri)).values()) {
      if (clips.length >= LEAST_CLIPS) recorded.push(await orderOfEfforts(model, recordedSpeaker(clips)));
    }
    rows.push(orderRow('soft, normal, raised in order (simulated)', `${recorded.length} speakers of libri`, recorded));
  }
  const acted = sets.find(({ kind }) => kind === 'emocalls');
  if (acted) {
    rows.push(
      orderRow('acted calm below acted anger, at one level', acted.name, [await orderOfCalmAndLoud(model, acted)]),
    );
  }
  return ['### Effort', markdownTable([['figure', 'on', 'target', 'Softspoken', 'result'], ...rows], 2)].join('\n\n');
}

function orderRow(figure: string, on: string, orders: readonly Order[]): string[] {
  const ordered = orders.reduce((sum, order) => sum + order.ordered, 0);
  const pairs = orders.reduce((sum, order) => sum + order.pairs, 0);
  const share = ordered / pairs;
  return [
    figure,
    on,
    `≥ ${100 * ORDER_REACH}%`,
    `${ordered} of ${pairs} (${(100 * share).toFixed(1)}%)`,
    share >= ORDER_REACH ? 'reached' : 'not reached',
  ];
}

async function clipsBySpeaker({ folder, clips }: LabelledSet): Promise<ReadonlyMap<string, Float32Array[]>> {
  const bySpeaker = new Map<string, Float32Array[]>();
  for (const { file, speaker = file } of clips) {
    const [samples] = await readChannels(join(folder, file));
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), samples!]);
  }
  return bySpeaker;
}
