import { describe, expect, it } from 'vitest';
import { type BrowserProgram, browsersAtHand, launchBrowser } from '../../support/browser.ts';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { fakeMicrophoneArgs } from '../../support/e2e/e2eMicrophone.ts';

describe.each(await browsersAtHand())('in the browser $executablePath', (program) => {
  it.each(['C', 'POSIX'])('shows every page of the menu under LANG=%s', { timeout: 120_000 }, async (language) => {
    const browser = await launchBrowser(fakeMicrophoneArgs, false, inLanguage(program, language));
    const app = await E2eApp.start({ browser, hasSystemLocale: true });
    try {
      for (const screen of ['live', 'library', 'trends', 'practice', 'settings']) {
        const page = await app.open(screen);
        await page.getByRole('main').getByRole('heading').first().waitFor();
        expect(await page.evaluate(() => new Intl.NumberFormat(navigator.language).format(1000))).toBe('1,000');
        await page.close();
      }
      app.expectNoComplaints();
    } finally {
      await app.stop();
      await browser.close();
    }
  });
});

function inLanguage(program: BrowserProgram, language: string): BrowserProgram {
  const env = { ...process.env, ...program.env, LANG: language, LC_ALL: language, LANGUAGE: language };
  return { ...program, env };
}
