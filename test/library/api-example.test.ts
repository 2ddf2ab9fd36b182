import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { expect, test } from 'vitest';
import { openDikesArchive } from '../helpers/dikes-archive.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { siteOf } from '../helpers/web-site.ts';

test('the example of docs/how-to/use-the-api.md runs as it stands', async () => {
  const page = readFileSync(new URL('../../docs/how-to/use-the-api.md', import.meta.url), 'utf8');
  const example = /<!-- example: runs in the tests -->\n```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(example).toContain('/api/v1/meetings');
  const folder = await createTemporaryFolder();
  const file = folder.file('example.mjs');
  writeFileSync(file, example);
  const archive = await openDikesArchive();
  const app = siteOf(archive);
  const server = createServer((request, response) => {
    void getRequestListener((asked) => app.fetch(asked), { overrideGlobalObjects: false })(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const { stdout } = await promisify(execFile)(process.execPath, [file], {
      env: { SITE: `http://127.0.0.1:${port}` },
    });
    expect(stdout).toBe('2024-01-19 Ada Lumen\n  agreed: partager les relevés des digues\n');
  } finally {
    server.close();
    await archive.close();
    await folder.remove();
  }
});
