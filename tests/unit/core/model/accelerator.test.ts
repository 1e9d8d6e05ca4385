import { describe, expect, it } from 'vitest';
import { acceleratorOf, acceleratorSchema } from '../../../../core/model/accelerator.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('an accelerator', () => {
  it.each([
    [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'CommandOrControl+K'],
    [{ key: 'K', code: 'KeyK', metaKey: true, shiftKey: true }, 'CommandOrControl+Shift+K'],
    [{ key: '®', code: 'KeyR', altKey: true }, 'Alt+R'],
    [{ key: '7', code: 'Digit7', ctrlKey: true, altKey: true }, 'CommandOrControl+Alt+7'],
    [{ key: 'F9', code: 'F9' }, 'F9'],
  ])('is the keys that are down: %o', (press, name) => {
    expect(acceleratorOf({ ...bare, ...press })).toBe(name);
    expect(acceleratorSchema.parse(name)).toBe(name);
  });

  it.each([
    { key: 'k', code: 'KeyK' },
    { key: 'K', code: 'KeyK', shiftKey: true },
    { key: 'Control', code: 'ControlLeft', ctrlKey: true },
    { key: 'Tab', code: 'Tab', altKey: true },
  ])('is not made of keys that other programs need, nor of modifiers alone: %o', (press) => {
    expect(acceleratorOf({ ...bare, ...press })).toBeUndefined();
  });

  it('is refused in any other spelling', () => {
    for (const name of ['', 'K', 'Shift+K', 'Alt+', 'Alt+CommandOrControl+K', 'F25', 'Alt+KK']) {
      expect(acceleratorSchema.safeParse(name).success, name).toBe(false);
    }
  });
});
