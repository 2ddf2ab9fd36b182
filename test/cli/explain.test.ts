import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readingSchema } from '../../src/schemas/reading.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

const profile = {
  name: 'Gazette du Port',
  hosts: ['gazette.example'],
  languages: ['fr'],
  homeCountry: 'MA',
  blockRules: [{ label: 'notice', startsWith: 'Une nouvelle' }],
};
const page = folder.file('page.html');
const file = folder.file('gazette.json');
beforeAll(() => {
  writeFileSync(page, meetingPage());
  writeFileSync(file, JSON.stringify(profile));
});

describe('read --profile', () => {
  test('--explain marks what the profile changed, with the rule and the label before', async () => {
    const { code, out, err } = await runCli(['read', page, '--profile', file, '--explain']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Profile "Gazette du Port": 1 block has another label than without it, marked *.');
    expect(out).toMatch(/\*notice\s+0\.99 {2}Une nouvelle/);
    expect(out).toContain('rule 1 of the profile (profile-rule-1); without the profile: body');
    expect(out).not.toContain('\u001b');
  });

  test('--json gives the reading by the profile', async () => {
    const { out } = await runCli(['read', page, '--profile', file, '--json']);
    expect(readingSchema.parse(jsonLines(out)[0]).article.body).not.toContain('Une nouvelle');
  });

  test('of several profiles the host decides; a page of none is read without', async () => {
    const other = { ...profile, name: 'Other', hosts: ['other.example'] };
    writeFileSync(folder.file('list.json'), JSON.stringify([other, profile]));
    const item = (url: string) => JSON.stringify({ url, html: meetingPage() });
    const read = (url: string) =>
      runCli(['read', '-', '--profile', folder.file('list.json'), '--explain'], { input: item(url) });
    expect((await read('https://www.gazette.example/1')).out).toContain('Profile "Gazette du Port"');
    expect((await read('https://third.example/1')).out).toContain('No profile of the file is for this page');
  });

  test('one that ships, by name or host', async () => {
    const { out } = await runCli(['read', page, '--profile', 'maghress.com', '--explain']);
    expect(out).toContain('Profile "Maghress"');
  });

  test.each([
    [['--profile', 'nobody'], /one of the profiles that ship \(Maghress/],
    [['--watch'], /--watch needs --profile FILE and --explain/],
    [['--html', 'x.html'], /--html needs --explain/],
    [['--profile', 'maghress.com', '--explain', '--watch'], /--watch needs a profile that is a file/],
  ])('%j is wrong use', async (args, message) => {
    const { code, err } = await runCli(['read', page, ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('a profile that is wrong: the field and what to write', async () => {
    writeFileSync(folder.file('wrong.json'), JSON.stringify({ ...profile, languages: ['french'] }));
    const { code, err } = await runCli(['read', page, '--profile', folder.file('wrong.json')]);
    expect(code).toBe(2);
    expect(err).toContain('languages[0]: no language; write two letters');
    expect(err).toContain('(profile-invalid)');
  });

  test('--watch reads again at each save, says what is wrong meanwhile, and ends by a signal', async () => {
    const watched = folder.file('watched.json');
    writeFileSync(watched, JSON.stringify(profile));
    const child = startCli(['read', page, '--profile', watched, '--explain', '--watch']);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const until = async (seen: () => boolean) => {
      for (let tries = 0; tries < 200 && !seen(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await until(() => err.includes('Watching'));
    expect(out).toMatch(/\*notice/);
    writeFileSync(watched, '{"name": ');
    await until(() => err.includes('not JSON'));
    expect(err).toContain('(profile-invalid)');
    writeFileSync(
      watched,
      JSON.stringify({ ...profile, blockRules: [{ label: 'advert', startsWith: 'Une nouvelle' }] }),
    );
    await until(() => out.includes('*advert'));
    expect(out).toMatch(/\*advert\s+0\.99/);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('read URL', () => {
  test('fetches the page, with leave for an address of this machine', async () => {
    const server = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(meetingPage()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/talks`;
    const refused = await runCli(['read', url]);
    const { code, out } = await runCli(['read', url, '--allow-private', '--json']);
    server.close();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('(address-refused) 127.0.0.1 is not a public address');
    expect(code).toBe(0);
    expect(readingSchema.parse(jsonLines(out)[0])).toMatchObject({ id: url, url });
  });
});

describe('read --explain --html', () => {
  test('one file, without script or request, where nothing of the page is markup', async () => {
    const hostile = folder.file('hostile.html');
    writeFileSync(hostile, meetingPage({ extra: '&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x&gt; "quoted"' }));
    const report = folder.file('report.html');
    const { code, out } = await runCli(['read', hostile, '--explain', '--html', report, '--profile', file]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const html = readFileSync(report, 'utf8');
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|\sstyle=/i);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src (?:'|&#39;)none/);
    expect(html).toContain('without the profile: body');
    expect(html).toContain('data-label="headline"');
    for (const word of ['What is known of it', 'Dates seen on the page', 'Pictures']) expect(html).toContain(word);
  });

  test('a place that cannot be written', async () => {
    const { code, err } = await runCli(['read', page, '--explain', '--html', folder.file('gone/report.html')]);
    expect(code).toBe(3);
    expect(err).toContain('(file-unwritable)');
  });
});
