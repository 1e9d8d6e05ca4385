import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { E2eApp, type E2eAppOptions } from './e2eApp.ts';
import { PreparedLibrary } from './e2ePreparedLibrary.ts';
import { callShown } from './e2eScreens.ts';
import type { SampleId } from './e2eSounds.ts';

/** An app and a browser start in a second or two; a busy machine gets ten times as long. */
const startTimeout = 60_000;

export interface E2eTestOptions extends Omit<E2eAppOptions, 'browser'> {
  /** Sample calls that are in the library when a test begins, the earliest first. */
  readonly samples?: readonly SampleId[];
  /** The screen a test begins on, as for `E2eApp.open`, or the sample call whose page it is; the library by default. */
  readonly screen?: string;
}

interface E2eFixtures {
  /** A separate app for the test, with its own data folder. */
  readonly app: E2eApp;
  /** A tab of the app. */
  readonly page: Page;
  /** The ids of the sample calls in its library. */
  readonly callIds: Readonly<Record<SampleId, string>>;
}

/**
 * A `test` whose every run has its own app, data folder and browser profile, so that no test depends on another. The
 * tests of a file share only the browser's process. A test fails if anything went wrong in the background.
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
