import { PasswordInput } from '@mantine/core';
import { passphraseMinLength } from '../../contract/exportContract.ts';
import { passphraseWords as words } from './passphraseWords.ts';

/** A passphrase, entered twice: a typing error would lock a pack permanently. */
export interface PassphrasePair {
  readonly passphrase: string;
  readonly again: string;
}

export function isPassphraseReady({ passphrase, again }: PassphrasePair): boolean {
  return passphrase.length >= passphraseMinLength && passphrase === again;
}

interface PassphraseFieldsProps {
  readonly pair: PassphrasePair;
  readonly onPair: (pair: PassphrasePair) => void;
}

export function PassphraseFields({ pair: { passphrase, again }, onPair }: PassphraseFieldsProps) {
  const isShort = passphrase !== '' && passphrase.length < passphraseMinLength;
  const differs = again !== '' && again !== passphrase;
  return (
    <>
      <PasswordInput
        label={words.passphrase}
        description={words.hint({ length: passphraseMinLength })}
        error={isShort && words.short({ length: passphraseMinLength })}
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => onPair({ passphrase: event.target.value, again })}
      />
      <PasswordInput
        label={words.again}
        error={differs && words.differs}
        autoComplete="new-password"
        value={again}
        onChange={(event) => onPair({ passphrase, again: event.target.value })}
      />
    </>
  );
}
