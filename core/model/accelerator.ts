import { z } from 'zod';

const modifiers = ['CommandOrControl', 'Alt', 'Shift'] as const;
const functionKey = 'F(?:[1-9]|1\\d|2[0-4])';
const held = '(?=CommandOrControl|Alt)(?:CommandOrControl\\+)?(?:Alt\\+)?(?:Shift\\+)?';
const form = new RegExp(`^(?:${held}(?:[A-Z0-9]|${functionKey})|(?:Shift\\+)?${functionKey})$`, 'u');

/**
 * Keys pressed together, as Electron names them: a letter or digit with Control (Command on macOS) or Alt, or a function
 * key. Anything less would take a key away from every other program.
 */
export const acceleratorSchema = z.string().regex(form);

/** What a keyboard event says of the keys. */
interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The accelerator of the keys that are down; undefined while they are none yet, or none that may be taken. */
export function acceleratorOf(press: KeyPress): string | undefined {
  const isHeld = [press.ctrlKey || press.metaKey, press.altKey, press.shiftKey];
  const name = [...modifiers.filter((_, i) => isHeld[i]), keyName(press)].join('+');
  return form.test(name) ? name : undefined;
}

/** What is printed on the key; where a modifier makes another sign of it, what is printed there on a US keyboard. */
function keyName({ key, code }: KeyPress): string {
  return /^(?:[a-z0-9]|F\d+)$/iu.test(key) ? key.toUpperCase() : code.replace(/^(?:Key|Digit)/u, '');
}
