import { z } from 'zod';

const modifiers = ['CommandOrControl', 'Alt', 'Shift'] as const;
const functionKey = 'F(?:[1-9]|1\\d|2[0-4])';
const prefix = '(?=CommandOrControl|Alt)(?:CommandOrControl\\+)?(?:Alt\\+)?(?:Shift\\+)?';
const form = new RegExp(`^(?:${prefix}(?:[A-Z0-9]|${functionKey})|(?:Shift\\+)?${functionKey})$`, 'u');

/**
 * Keys pressed together, as Electron names them: a letter or digit with Control (Command on macOS) or Alt, or a function
 * key. Other keys are needed by the program in use.
 */
export const acceleratorSchema = z.string().regex(form);

/** The part of a keyboard event that names the keys. */
interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Returns the accelerator of the keys that are down; undefined if they don't form an allowed one. */
export function acceleratorOf(press: KeyPress): string | undefined {
  const isHeld = [press.ctrlKey || press.metaKey, press.altKey, press.shiftKey];
  const name = [...modifiers.filter((_, i) => isHeld[i]), keyName(press)].join('+');
  return form.test(name) ? name : undefined;
}

/** Returns the key's label or, if a modifier changes its character, the label on a US keyboard. */
function keyName({ key, code }: KeyPress): string {
  return /^(?:[a-z0-9]|F\d+)$/iu.test(key) ? key.toUpperCase() : code.replace(/^(?:Key|Digit)/u, '');
}
