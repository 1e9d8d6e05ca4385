import { describe, expect, it } from 'vitest';
import { appUrl, isAppUrl } from '../../../../../main/hosts/electron/appAddress.ts';

describe('isAppUrl', () => {
  it.each([appUrl, 'app://softspoken', 'app://softspoken/assets/app.js?x#y'])('recognises %s as its own', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    '',
    'null',
    'about:blank',
    'file:///etc/passwd',
    'https://softspoken/',
    'app://softspoken.example/',
    'app://softspoken:81/',
    'app:softspoken',
    'blob:app://softspoken/1',
    'data:text/html,app://softspoken/',
  ])('refuses “%s”', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});
