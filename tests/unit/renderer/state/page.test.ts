import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, menu, type Page, pageOf, pages, setupSteps } from '../../../../renderer/state/page.ts';

const id = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' });
const plain = (['start', 'compact', 'pack', 'rubric', ...menu] as const).map((name): Page => ({ name }));
const anyPage: fc.Arbitrary<Page> = fc.oneof(
  fc.constantFrom(...plain),
  fc.record({ name: fc.constant('call' as const), callId: id }),
  fc.record({ name: fc.constant('compare' as const), callId: id }),
  fc.record({ name: fc.constant('compare' as const), callId: id, otherId: id }),
  fc.record({ name: fc.constant('attempt' as const), attemptId: id }),
  fc.record({ name: fc.constant('setup' as const), step: fc.constantFrom(...setupSteps) }),
);

describe('the page in the address', () => {
  it('survives a reload, whatever its parameters are', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        expect(pageOf(hashOf(page))).toEqual(page);
      }),
    );
  });

  it.each([
    ['', { name: 'start' }],
    ['#/library', { name: 'library' }],
    ['#/calls/a%2Fb', { name: 'call', callId: 'a/b' }],
    ['#/compare/a1', { name: 'compare', callId: 'a1' }],
    ['#/compare/a1/b2', { name: 'compare', callId: 'a1', otherId: 'b2' }],
    ['#/practice/attempts/a1', { name: 'attempt', attemptId: 'a1' }],
    ['#/setup/voice', { name: 'setup', step: 'voice' }],
  ] as const)('is written as "%s"', (hash, page) => {
    expect(pageOf(hash)).toEqual(page);
    expect(hashOf(page)).toBe(hash);
  });

  it.each([
    '#/nowhere',
    '#/setup/nowhere',
    '#/setup',
    '#/calls/',
    '#/calls/a/b',
    '#/compare/a/b/c',
    '#/calls/%E0%A4%A',
    '#/%E0',
  ])('is the live page for "%s"', (hash) => {
    expect(pageOf(hash)).toEqual({ name: 'live' });
  });

  it('differs from that of every other page', () => {
    const paths = Object.values(pages).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
