import { readFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { checkScenario } from '../../../core/practice/scenarioCheck.ts';
import { complain, printOut } from './terminal.ts';

/** Says what is wrong with a scenario file, one line a problem. 0: nothing. 1: something. */
export async function scenarioCheckCommand(path: string): Promise<0 | 1> {
  try {
    const check = checkScenario(await readJson(path));
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

/** @throws AppError `file-not-found`, `bad-scenario` */
async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', `The scenario ${path} cannot be read. Check the path and its permissions.`, {
      cause,
    });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where = cause instanceof SyntaxError ? ` (${cause.message})` : '';
    throw new AppError('bad-scenario', `${path} is no JSON${where}. Check commas, quotes and brackets there.`, {
      cause,
    });
  }
}
