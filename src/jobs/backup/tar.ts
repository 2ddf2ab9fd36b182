import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Files one after the other in a single one that every system can open (ustar, large sizes in base 256). */
const block = 512;

export async function writeTar(path: string, folder: string, names: readonly string[]): Promise<void> {
  await pipeline(parts(folder, names), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

async function* parts(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    const { size } = await stat(join(folder, name));
    yield header(name, size);
    let written = 0;
    for await (const chunk of createReadStream(join(folder, name))) {
      written += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    yield Buffer.alloc((block - (written % block)) % block);
  }
  yield Buffer.alloc(block * 2);
}

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100, 'utf8');
  bytes.write('0000600\0', 100);
  bytes.write('0000000\0', 108);
  bytes.write('0000000\0', 116);
  // Eight gigabytes are the end of eleven octal digits.
  if (size < 8 ** 11) bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  else {
    bytes.writeUInt8(0x80, 124);
    bytes.writeBigUInt64BE(BigInt(size), 128);
  }
  bytes.write('00000000000\0', 136);
  bytes.write('        ', 148);
  bytes.write('0', 156);
  bytes.write('ustar\x0000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** Takes the files out. `false` when it is no whole archive. Names with a path are not ours and are refused. */
export async function readTar(path: string, folder: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size: total } = await file.stat();
    const head = Buffer.alloc(block);
    for (let at = 0; at + block <= total; ) {
      await file.read(head, 0, block, at);
      at += block;
      if (head.every((byte) => byte === 0)) return true;
      const name = head.toString('utf8', 0, 100).replace(/\0.*$/s, '');
      const size =
        head[124] === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(head.toString('latin1', 124, 135), 8);
      const isOurs = /^[\w.-]+$/.test(name) && !name.startsWith('.') && Number.isSafeInteger(size);
      if (!isOurs || at + size > total) return false;
      const target = createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600 });
      if (size === 0) await pipeline(async function* () {}, target);
      else await pipeline(createReadStream(path, { start: at, end: at + size - 1 }), target);
      at += Math.ceil(size / block) * block;
    }
    return false;
  } finally {
    await file.close();
  }
}
