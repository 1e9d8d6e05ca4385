import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardClip, clipManifestSchema, lineClip } from '../../../core/model/clipManifest.ts';
import { drillIds } from '../../../core/model/drill.ts';
import { learningCardsSchema } from '../../../core/model/learningCard.ts';
import { practices } from '../../../core/model/practice.ts';
import { allLines } from '../../../core/model/scenarioLines.ts';
import { drill } from '../../../core/practice/drills/drillPlans.ts';
import { practiceScenarios } from '../../support/practiceScenarios.ts';

const folder = join(import.meta.dirname, '../../../samples/practice');
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const { clips } = clipManifestSchema.parse(read('clips/manifest.json'));
const { cards } = learningCardsSchema.parse(read('cards.json'));

const expected = new Map([
  ...practiceScenarios().flatMap((scenario) =>
    allLines(scenario).map(({ id, text }) => [lineClip(scenario.id, id), text] as const),
  ),
  ...cards.flatMap(({ id, hear }) =>
    (['poor', 'good'] as const).map((manner) => [cardClip(id, manner), JSON.stringify(hear[manner])] as const),
  ),
]);

/** Returns the seconds of an Ogg Opus file: the last page's position (48 kHz) minus the pre-skip (RFC 7845). */
function opusSeconds(bytes: Buffer): number {
  const preSkip = bytes.readUInt16LE(bytes.indexOf('OpusHead') + 10);
  const lastPage = bytes.lastIndexOf('OggS');
  return (Number(bytes.readBigInt64LE(lastPage + 6)) - preSkip) / 48_000;
}

describe('the voices of the practice', () => {
  it('say every line of every scenario and card in its current wording, and nothing else', () => {
    expect(new Map(Object.entries(clips).map(([name, { text }]) => [name, text]))).toEqual(expected);
  });

  it('are one Opus file each, with the length in the manifest', () => {
    const files = readdirSync(join(folder, 'clips'), { recursive: true, encoding: 'utf8' });
    const opus = files.filter((name) => name.endsWith('.opus')).map((name) => name.replaceAll('\\', '/'));
    expect(opus.toSorted()).toEqual([...expected.keys()].map((name) => `${name}.opus`).toSorted());
    for (const [name, { seconds }] of Object.entries(clips)) {
      const bytes = readFileSync(join(folder, 'clips', `${name}.opus`));
      expect(Math.abs(opusSeconds(bytes) - seconds), name).toBeLessThan(0.03);
    }
  });

  it('are smaller than 3 MB in total', () => {
    const bytes = Object.keys(clips).map((name) => statSync(join(folder, 'clips', `${name}.opus`)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it('include every clip that a drill plays', () => {
    for (const id of drillIds) {
      for (const phase of drill(id, () => 1).phases)
        if (phase.kind === 'caller') expect(clips).toHaveProperty([phase.clip]);
    }
  });
});

describe('the learning cards', () => {
  it('teach every practice, with a unique name per card', () => {
    expect(new Set(cards.map(({ practice }) => practice))).toEqual(new Set(practices));
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  });

  it('include three stories', () => {
    expect(cards.filter(({ kind }) => kind === 'story')).toHaveLength(3);
  });

  it('sound softer when done well than when done poorly', () => {
    const loudest = (lines: readonly { role: string; effortDb: number }[]) =>
      Math.max(...lines.filter(({ role }) => role === 'agent').map(({ effortDb }) => effortDb));
    for (const { id, hear } of cards) expect(loudest(hear.good), id).toBeLessThan(loudest(hear.poor));
  });
});
