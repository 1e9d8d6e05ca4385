import { screenMessages } from '../text/screenMessages.ts';

export const passphraseWords = screenMessages('passphrase', {
  passphrase: 'Passphrase',
  again: 'Repeat the passphrase',
  hint: 'At least {length, number} characters. Nobody can open the pack without it, and it can’t be recovered.',
  short: 'At least {length, number} characters',
  differs: 'Passphrases don’t match',
});
