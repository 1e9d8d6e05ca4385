import type { Page as PlaywrightPage } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pseudoLanguage } from '../../../core/messages/pseudoLanguage.ts';
import { cueWords } from '../../../core/model/cueWords.ts';
import { defaultRubric } from '../../../core/review/defaultRubric.ts';
import { hashOf, type Page, pages, setupSteps } from '../../../renderer/state/page.ts';
import type { AppClient } from '../../contract/fakes/connections.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';

const testTimeout = 240_000;
const samples = ['matching-the-anger', 'soft-and-patient'] as const;
const it = e2eTest({ samples, context: { locale: pseudoLanguage.locale } });

/** Opened one after another on every page, to reach what is behind them: dialogs, popovers, tables, tabs. */
const openers =
  'main summary, main [aria-haspopup], main [aria-expanded=false], main [role=tab], header button:not(.header-skip)';

/**
 * What a screen may show without a message table: what people and devices are called, content that has files of its own
 * (practice, sample calls, the default rubric, the texts of cues, which users edit), the host's sentence about devices, and the
 * names of keys and formats.
 */
const names = /^(WAV|FLAC|MP3|Ogg|Opus|Vorbis|kHz|Space|Shift|Tab|Ctrl|Alt|[A-Z])$/;

describe('in the pseudo-language', { timeout: testTimeout }, () => {
  it('every text on every page comes from a message table', async ({ app, page, callIds }) => {
    const content = [
      ...textsIn(await app.withClient(contentOfHost)),
      ...textsIn(defaultRubric),
      ...Object.values(cueWords),
    ];
    const callId = callIds['matching-the-anger'];
    const withoutParameters = [
      'live',
      'compact',
      'library',
      'trends',
      'pack',
      'practice',
      'settings',
      'rubric',
    ] as const;
    const shown: Page[] = [
      ...withoutParameters.map((name) => ({ name })),
      { name: 'call', callId },
      { name: 'compare', callId },
      { name: 'compare', callId, otherId: callIds['soft-and-patient'] },
      ...setupSteps.map((step) => ({ name: 'setup' as const, step })),
    ];
    /** What else is opened, by page: dialogs that are no popup of their button, and what a selection offers. */
    const more: Readonly<Record<string, () => Promise<unknown>>> = {
      library: () => page.getByRole('checkbox', { name: pseudo('Select all') }).check(),
      call: () => page.getByRole('button', { name: pseudo('Export') }).click(),
    };
    const strangers: Record<string, readonly string[]> = {};
    for (const each of shown) {
      const texts = await textsOfPage(page, hashOf(each), more[each.name]);
      const unknown = [...new Set(texts)].filter((text) => !isKnown(text, content));
      if (unknown.length > 0) strangers[hashOf(each)] = unknown;
    }
    expect(strangers).toEqual({});
  });

  it('is shown by every page but the one of an attempt, which takes practising', () => {
    expect(Object.keys(pages)).toHaveLength(13);
  });
});

function pseudo(text: string): string {
  return pseudoLanguage.textOf('', text);
}

async function contentOfHost(client: AppClient): Promise<unknown> {
  const [{ calls }, samples, catalogue, { problem }] = await Promise.all([
    client.calls.list({}),
    client.recordings.samples(),
    client.practice.catalogue(),
    client.host.devices(),
  ]);
  return [calls.map(({ title, agent, tags }) => [title, agent, tags]), samples, catalogue, problem?.message];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** All texts of a page, and of what its buttons, tabs and tables open. */
async function textsOfPage(
  page: PlaywrightPage,
  address: string,
  open: (() => Promise<unknown>) | undefined,
): Promise<readonly string[]> {
  await page.goto(new URL(`/${address}`, page.url()).href);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const found = [...(await textsNow(page))];
  await open?.();
  found.push(...(await textsNow(page)));
  for (let n = 0; n < (await page.locator(openers).count()); n++) {
    const opener = page.locator(openers).nth(n);
    if (!(await opener.isVisible()) || !(await opener.isEnabled())) continue;
    await opener.dispatchEvent('click');
    await page.waitForTimeout(150);
    found.push(...(await textsNow(page)));
    await page.keyboard.press('Escape');
  }
  return found;
}

/** Texts and labels in the page, whether or not they are in sight. */
function textsNow(page: PlaywrightPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode as Text;
      if (!parentElement?.closest('script, style')) texts.push(data);
    }
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'label'];
    for (const element of document.querySelectorAll('*')) {
      texts.push(...attributes.flatMap((name) => element.getAttribute(name) ?? []));
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });
}

/** Nothing but brackets of messages, content, names and numbers. */
function isKnown(text: string, content: readonly string[]): boolean {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  if (content.some((each) => each.includes(rest.trim()))) return true;
  for (const each of content) rest = rest.replace(each, ' ');
  return (rest.match(/\p{L}+/gu) ?? []).every((word) => names.test(word) || isOfDate(word));
}

/** Months, and the halves of a day. */
function isOfDate(word: string): boolean {
  return /^(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|AM|PM)$/i.test(word);
}
