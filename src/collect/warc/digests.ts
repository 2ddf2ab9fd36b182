import { createHash } from 'node:crypto';

const algorithms: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  md5: 'md5',
};

/** Bytes of `sha1:BASE32` or `sha256:hex`, whatever the case; nothing for another form. */
function parseDigest(text: string): { readonly algorithm: string; readonly bytes: Buffer } | undefined {
  const [, name = '', value = ''] = /^([\w-]+):([\w=+/-]+)$/.exec(text.trim()) ?? [];
  const algorithm = algorithms[name.toLowerCase()];
  if (algorithm === undefined) return undefined;
  const length = { sha1: 20, sha256: 32, md5: 16 }[algorithm] ?? 0;
  const bytes = new RegExp(`^[0-9a-f]{${length * 2}}$`, 'i').test(value)
    ? Buffer.from(value, 'hex')
    : fromBase32(value);
  return bytes?.length === length ? { algorithm, bytes } : undefined;
}

/** One spelling for each digest, so that they can be compared. */
export function normaliseDigest(text: string): string {
  const digest = parseDigest(text);
  return digest === undefined ? text.trim().toLowerCase() : `${digest.algorithm}:${digest.bytes.toString('hex')}`;
}

/** Whether a digest is that of the bytes; nothing when it cannot be told. */
export function matchesDigest(text: string, bytes: Uint8Array): boolean | undefined {
  const digest = parseDigest(text);
  return digest && createHash(digest.algorithm).update(bytes).digest().equals(digest.bytes);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, 6. */
function fromBase32(text: string): Buffer | undefined {
  let bits = 0;
  let value = 0;
  const bytes: number[] = [];
  for (const letter of text.replace(/=+$/, '').toUpperCase()) {
    const five = alphabet.indexOf(letter);
    if (five === -1) return undefined;
    value = ((value << 5) | five) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
