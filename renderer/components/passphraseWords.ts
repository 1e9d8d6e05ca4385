export const passphraseWords = {
  passphrase: 'Passphrase',
  again: 'The passphrase again',
  hint: (length: number) => `At least ${length} characters. Without it nobody can open the pack, and neither can we.`,
  short: (length: number) => `${length} characters or more, please.`,
  differs: 'The two are not the same.',
} as const;
