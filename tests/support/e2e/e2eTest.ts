import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { E2eApp, type E2eAppOptions } from './e2eApp.ts';
import { PreparedLibrary } from './e2ePreparedLibrary.ts';
import { callShown } from './e2eScreens.ts';
import type { SampleId } from './e2eSounds.ts';

/** Starting an app and a browser takes a second or two; a machine that also does other things gets ten times as long. */
const startTimeout = 60_000;

export interface E2eTestOptions extends Omit<E2eAppOptions, 'browser'> {
  /** Sample calls that are in the library when a test begins, the earliest first. */
  readonly samples?: readonly SampleId[];
  /** The screen a test begins on, as for `E2eApp.open`, or the sample call whose page it is; the library where missing. */
  readonly screen?: string;
}

interface E2eFixtures {
  /** An app of the test's own, on a data folder of its own. */
  readonly app: E2eApp;
  /** A tab of it. */
  readonly page: Page;
  /** The ids of the sample calls in its library. */
  readonly callIds: Readonly<Record<SampleId, string>>;
}

/**
 * A `test` whose every run has an app, a data folder and a browser profile of its own, so that no test depends on what
 * another one did. Only the browser's process is shared by the tests of a file. Nothing may have gone wrong out of sight
 * when a test ends.
 */
export function e2eTest({ samples = [], screen = 'library', ...options }: E2eTestOptions = {}) {
  let browser: Browser;
  let library: PreparedLibrary;
  beforeAll(
    async () => {
      browser = await launchBrowser(options.browserArgs, options.isAudible);
      library = await PreparedLibrary.make(samples);
    },
    startTimeout + samples.length * startTimeout,
  );
  afterAll(async () => {
    await browser?.close();
    await library?.remove();
  });

  return test.extend<E2eFixtures>({
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are needed.
    app: async ({}, use) => {
      const prepare = async (dataDir: string) => {
        await library.copyTo(dataDir);
        await options.prepare?.(dataDir);
      };
      const app = await E2eApp.start({ ...options, browser, prepare });
      try {
        await use(app);
        app.expectNoComplaints();
      } finally {
        await app.stop();
      }
    },
    page: async ({ app }, use) => {
      const sample = samples.find((id) => id === screen);
      const page = await app.open(sample ? `calls/${library.callIds[sample]}` : screen);
      if (sample) await callShown(page);
      await use(page);
    },
    // biome-ignore lint/correctness/noEmptyPattern: as above
    callIds: async ({}, use) => use(library.callIds),
  });
}
