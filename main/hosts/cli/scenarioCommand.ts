import { readFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { checkScenarioText } from '../../../core/practice/scenarioCheck.ts';
import { complain, printOut } from './terminal.ts';

/** Lists the problems of a scenario file, one per line. Returns 0 if there are none, 1 otherwise. */
export async function scenarioCheckCommand(path: string): Promise<0 | 1> {
  try {
    const check = checkScenarioText(await readText(path));
    if (check.ok) {
      const { title, beats } = check.scenario;
      await printOut(`${path}: "${title}" is sound, with ${Object.keys(beats).length} beats.\n`);
      return 0;
    }
    await printOut(check.problems.map((problem) => `${path}: ${problem.path}: ${problem.message}\n`).join(''));
    return 1;
  } catch (error) {
    complain('scenario', error);
    return 1;
  }
}

/** @throws AppError `file-not-found` */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', `The scenario ${path} cannot be read. Check the path and its permissions.`, {
      cause,
    });
  });
}
