import type { Condition } from './conditions/condition.ts';

/** Enough talkers that no single one can be followed. */
const BABBLE = { talkers: 8 };

/** The conditions under which every recording is measured. */
export const conditions = [
  { name: 'clean', title: 'Clean' },
  { name: 'telephone', title: 'Telephone', telephone: true },
  { name: 'white-15', title: 'White noise, 15 dB', noise: { kind: 'white', snrDb: 15 } },
  { name: 'babble-15', title: 'Babble, 15 dB', noise: { kind: BABBLE, snrDb: 15 } },
  { name: 'babble-5', title: 'Babble, 5 dB', noise: { kind: BABBLE, snrDb: 5 } },
  {
    name: 'telephone-babble-15',
    title: 'Telephone and babble, 15 dB',
    noise: { kind: BABBLE, snrDb: 15 },
    telephone: true,
  },
  {
    name: 'telephone-babble-5',
    title: 'Telephone and babble, 5 dB',
    noise: { kind: BABBLE, snrDb: 5 },
    telephone: true,
  },
  { name: 'three-talkers-15', title: 'Three talkers, 15 dB', noise: { kind: { talkers: 3 }, snrDb: 15 } },
] as const satisfies readonly Condition[];

export type ConditionName = (typeof conditions)[number]['name'];
