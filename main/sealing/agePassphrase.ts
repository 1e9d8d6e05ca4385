import { randomBytes } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { scryptKey } from './scryptKey.ts';
import { damagedSeal, wrongPassphrase } from './sealError.ts';

/** Cost of trying one passphrase: 128 MiB and most of a second. OWASP's first choice for scrypt. */
const LOG_N = 17;
/** Most memory that a file may require of the machine that opens it: 1 GiB. */
const MOST_LOG_N = 20;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const LABEL = 'age-encryption.org/v1/scrypt';
/** The file key and its tag. */
const BODY_BYTES = 16 + 16;
/** Safe because each key encrypts one file key only. */
const NONCE = new Uint8Array(12);

/** Encrypts streams as age files that the passphrase opens. */
export function ageEncrypter(passphrase: string): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(new AgePassphrase(passphrase));
  return encrypter;
}

/** Decrypts age files under a passphrase. Throws the errors of `AgePassphrase.unwrapFileKey` and those of the library. */
export function ageDecrypter(passphrase: string): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addIdentity(new AgePassphrase(passphrase));
  return decrypter;
}

/**
 * The scrypt recipient of age. The library's own version computes the key on the calling thread, which a live call may
 * need: 0.7 s in JavaScript.
 * @see https://github.com/C2SP/C2SP/blob/main/age.md#scrypt-recipient-stanza
 */
class AgePassphrase implements Recipient, Identity {
  readonly #passphrase: string;

  constructor(passphrase: string) {
    this.#passphrase = passphrase;
  }

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(SALT_BYTES);
    const key = await this.#key(salt, LOG_N);
    const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
    return [new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), String(LOG_N)], body)];
  }

  /** @throws {AppError} `wrong-passphrase`, `damaged-file` */
  async unwrapFileKey([stanza, ...others]: Stanza[]): Promise<Uint8Array> {
    const [type, saltText = '', logNText = ''] = stanza?.args ?? [];
    const salt = Buffer.from(saltText, 'base64');
    const isWhole = stanza?.body.length === BODY_BYTES && salt.length === SALT_BYTES && /^[1-9]\d?$/.test(logNText);
    if (type !== 'scrypt' || !isWhole || others.length > 0 || Number(logNText) > MOST_LOG_N) throw damagedSeal();
    const key = await this.#key(salt, Number(logNText));
    try {
      return chacha20poly1305(key, NONCE).decrypt(stanza.body);
    } catch {
      throw wrongPassphrase();
    }
  }

  #key(salt: Uint8Array, logN: number): Promise<Buffer> {
    return scryptKey(this.#passphrase, Buffer.concat([Buffer.from(LABEL), salt]), { logN, r: 8, p: 1 }, KEY_BYTES);
  }
}
