import { describe, expect, it } from 'vitest';
import { english, type Language, translation } from '../../../../core/messages/language.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { pseudoLanguage } from '../../../../core/messages/pseudoLanguage.ts';

const library = (language: Language) =>
  messages(language, 'library', {
    none: 'No calls match these filters.',
    selected: '{count, plural, one {# call selected} other {# calls selected}}',
    erase: { agent: 'Erase every call of {agent}' },
    steps: ['Hear it', 'Own it'],
  });

describe('messages', () => {
  it('are strings, or functions of their values if they have arguments', () => {
    const texts = library(english());
    expect(texts.none).toBe('No calls match these filters.');
    expect(texts.erase.agent({ agent: '{Kim} O’Neil' })).toBe('Erase every call of {Kim} O’Neil');
    expect(texts.steps).toEqual(['Hear it', 'Own it']);
  });

  it('use the plural forms and digits of the language', () => {
    const { selected } = library(english('en-GB'));
    expect(selected({ count: 1 })).toBe('1 call selected');
    expect(selected({ count: 12_345 })).toBe('12,345 calls selected');
  });

  it('come from a translation by id, or else stay English', () => {
    const texts = library(
      translation('pl', {
        'library.selected': '{count, plural, one {# rozmowa} few {# rozmowy} other {# rozmów}}',
        'library.steps.1': 'Przyznaj',
      }),
    );
    expect([1, 3, 5].map((count) => texts.selected({ count }))).toEqual(['1 rozmowa', '3 rozmowy', '5 rozmów']);
    expect(texts.steps).toEqual(['Hear it', 'Przyznaj']);
    expect(texts.none).toBe('No calls match these filters.');
  });

  it('are accented, bracketed and longer in the pseudo-language, with unchanged values', () => {
    const texts = library(pseudoLanguage);
    expect(texts.erase.agent({ agent: 'Kim' })).toMatch(/^⟦Érášé évérý çáll óf Kim·+⟧$/);
    expect(texts.selected({ count: 2 })).toMatch(/^⟦2 çállš šéléçtéd·+⟧$/);
    expect(texts.none.length).toBeGreaterThan(1.3 * 'No calls match these filters.'.length);
  });

  it('require the values that their text names, each with its type', () => {
    const texts = library(english());
    // @ts-expect-error a plural counts a number
    expect(() => texts.selected({ count: 'two' })).not.toThrow();
    // @ts-expect-error the agent is missing
    expect(() => texts.erase.agent({})).toThrow('agent');
  });
});
