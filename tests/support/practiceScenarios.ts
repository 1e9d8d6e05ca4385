import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipManifestSchema } from '../../core/model/clipManifest.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { checkScenario } from '../../core/practice/scenarioCheck.ts';

const samples = join(import.meta.dirname, '../../samples/practice');
const folder = join(samples, 'scenarios');

/** The scenario files included with the app. */
export const scenarioFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }));

/** @throws {Error} with the problems of an invalid scenario */
export function practiceScenarios(): readonly Scenario[] {
  return scenarioFiles.map(({ name, json }) => {
    const check = checkScenario(json);
    if (!check.ok) throw new Error(`${name}: ${JSON.stringify(check.problems)}`);
    return check.scenario;
  });
}

const { clips } = clipManifestSchema.parse(JSON.parse(readFileSync(join(samples, 'clips', 'manifest.json'), 'utf8')));

/** Returns the duration of a clip included with the app. */
export function clipSeconds(clip: string): number {
  return clips[clip]!.seconds;
}
