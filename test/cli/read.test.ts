import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../src/schemas/problem.ts';
import { readingSchema } from '../../src/schemas/reading.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
afterAll(() => folder.remove());
beforeAll(() => {
  mkdirSync(folder.file('press'));
  writeFileSync(folder.file('press/one.html'), meetingPage());
  writeFileSync(folder.file('press/two.html'), meetingPage({ country: 'italien', visitor: 'Paolo Verdini' }));
});

describe('read', () => {
  test('gives a card with the meeting in a sentence and the evidence marked', async () => {
    const { code, out, err } = await runCli(['read', folder.file('press/one.html')], { env: { NO_COLOR: '1' } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Rabat : entretiens sur la coopération');
    expect(out).toContain('La Gazette du Port');
    expect(out).toContain('Date: 2024-03-15');
    expect(out).toMatch(/Karim Benslimane \(Morocco\)/);
    expect(out).toContain('‹Rabat·where›');
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('Mentions légales');
  });

  test('uses colours when told to', async () => {
    const { out } = await runCli(['read', folder.file('press/one.html')], { env: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001b[');
    expect(out).not.toContain('·where›');
  });

  test('--json gives one object a page, in the form of the schema, quotes being slices of the text', async () => {
    const { code, out } = await runCli(['read', folder.file('press'), '--json', '--explain']);
    expect(code).toBe(0);
    const readings = jsonLines(out).map((line) => readingSchema.parse(line));
    expect(readings.map((reading) => reading.id)).toEqual(['one.html', 'two.html']);
    for (const { article, record } of readings) {
      expect(article.blocks?.length).toBeGreaterThan(3);
      expect(record.meetings.length).toBeGreaterThan(0);
      const text = (start: number, end: number) =>
        article.blocks
          ?.find((block) => block.start <= start && end <= block.end)
          ?.text?.slice(
            start - (article.blocks.find((block) => block.start <= start && end <= block.end)?.start ?? 0),
            end - (article.blocks.find((block) => block.start <= start && end <= block.end)?.start ?? 0),
          );
      for (const meeting of record.meetings) {
        for (const { start, end, quote } of meeting.when.evidence) expect(text(start, end)).toBe(quote);
      }
    }
  });

  test('--explain says what each part was taken for', async () => {
    const { code, out } = await runCli(['read', folder.file('press/one.html'), '--explain']);
    expect(code).toBe(0);
    expect(out).toMatch(/headline\s+\d\.\d\d/);
    expect(out).toMatch(/body\s+\d\.\d\d/);
    expect(out).toContain('Mentions légales');
  });

  test('reads a page, JSON and JSON lines from standard input', async () => {
    const page = await runCli(['read', '-', '--json'], { input: meetingPage() });
    expect(jsonLines(page.out)).toHaveLength(1);
    const item = { id: 'a1', url: 'https://gazette.example/1', html: meetingPage() };
    const lines = await runCli(['read', '-', '--json'], {
      input: `${JSON.stringify(item)}\n${JSON.stringify({ ...item, id: 'a2' })}\n`,
    });
    expect(jsonLines(lines.out).map((line) => [line['id'], line['url']])).toEqual([
      ['a1', 'https://gazette.example/1'],
      ['a2', 'https://gazette.example/1'],
    ]);
  });

  test('stores nothing', async () => {
    const empty = await createTemporaryFolder();
    await runCli(['read', folder.file('press/one.html')], { cwd: empty.path });
    const { out } = await runCli(['doctor', '--json'], { cwd: empty.path });
    expect(out).toContain('There is no archive here yet');
    await empty.remove();
  });
});

describe('bad input', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const cases: readonly (readonly [name: string, bytes: string | Uint8Array, code: string])[] = [
    ['empty.html', '', 'empty-page'],
    ['blank.txt', ' \n\n\t ', 'empty-page'],
    ['photo.html', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4]), 'binary-page'],
    ['noise.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256), 'binary-page'],
    ['large.html', `<p>${'x'.repeat(1_200_000)}</p>`, 'page-too-large'],
    [
      'form.html',
      '<!doctype html><title>Connexion</title><form><label>Nom <input></label><button>Entrer</button></form>',
      'not-an-article',
    ],
    ['broken.json', '{"html": ', 'json-invalid'],
    ['other.json', '{"title": "no page here"}', 'json-invalid'],
  ];

  test.each(cases.map(([name, bytes, code]) => ({ name, bytes, code })))(
    '$name is reported as $code and the rest goes on',
    async ({ name, bytes, code }) => {
      writeFileSync(folder.file(name), bytes);
      const args = ['read', folder.file(name), folder.file('press/one.html'), '--max-page-mb', '1'];
      const person = await runCli(args);
      expect(person.code).toBe(1);
      expect(person.err).toContain(`${name}: `);
      expect(person.err).toContain(`(${code})`);
      expect(person.err).not.toMatch(/\bat .*:\d+:\d+/);
      expect(person.out).toContain('La Gazette du Port');
      const machine = await runCli([...args, '--json']);
      expect(machine.code).toBe(1);
      expect(jsonLines(machine.err).map((line) => problemSchema.parse(line).code)).toContain(code);
      expect(jsonLines(machine.out).at(-1)?.['id']).toBe('one.html');
    },
  );

  test('a file that is not there', async () => {
    const { code, err } = await runCli(['read', folder.file('gone.html')]);
    expect(code).toBe(1);
    expect(err).toContain('(file-not-found)');
  });

  test.each([
    ['declared windows-1252', latin(meetingPage().replace('utf-8', 'windows-1252').replace(/’/g, "'"))],
    ['undeclared ISO-8859-1', latin(meetingPage().replace('<meta charset="utf-8">', ''))],
  ])('%s is read with its accents', async (name, bytes) => {
    writeFileSync(folder.file('encoded.html'), bytes);
    const { code, out } = await runCli(['read', folder.file('encoded.html')], { env: { NO_COLOR: '1' } });
    expect({ name, code }).toEqual({ name, code: 0 });
    expect(out).toContain('Rabat : entretiens sur la coopération');
  });

  test('windows-1256, undeclared', async () => {
    const text =
      'بحث وزير الداخلية المغربي كريم بنسليمان مع نظيره الإسباني إستيبان رولدان يوم الجمعة بالرباط سبل تعزيز التعاون الأمني بين البلدين. واتفق الوزيران على تبادل المعلومات. ';
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
    );
    const bytes = Uint8Array.from(text.repeat(3), (character) => table.get(character) ?? 63);
    writeFileSync(folder.file('arabic.txt'), bytes);
    const { code, out } = await runCli(['read', folder.file('arabic.txt'), '--json']);
    expect(code).toBe(0);
    expect(readingSchema.parse(jsonLines(out)[0]).article).toMatchObject({ language: 'ar' });
    expect(out).toContain('وزير الداخلية');
  });

  test('truncated HTML gives what was there, and says so', async () => {
    const page = meetingPage();
    writeFileSync(folder.file('cut.html'), page.slice(0, page.indexOf('Une nouvelle') + 40));
    const { code, out } = await runCli(['read', folder.file('cut.html'), '--json']);
    expect(code).toBe(0);
    const reading = readingSchema.parse(jsonLines(out)[0]);
    expect(reading.article.title).toContain('Rabat');
    expect(reading.problems.map((problem) => problem.code)).toContain('html-truncated');
  });

  test('a page in another language is an article without facts', async () => {
    const text =
      'Der Minister traf am Freitag in Berlin seinen Amtskollegen und sprach mit ihm über die Zusammenarbeit der beiden Länder bei der Sicherheit. Beide Seiten wollen den Austausch von Informationen verstärken und im Herbst wieder zusammenkommen, hieß es aus dem Ministerium.';
    writeFileSync(
      folder.file('german.html'),
      `<html lang="de"><title>Treffen in Berlin</title><article><h1>Treffen in Berlin</h1><p>${text}</p><p>${text}</p></article>`,
    );
    const { code, out } = await runCli(['read', folder.file('german.html'), '--json']);
    expect(code).toBe(0);
    const reading = readingSchema.parse(jsonLines(out)[0]);
    expect(reading.article.language).toBe('de');
    expect(reading.problems.map((problem) => problem.code)).toContain('language-unsupported');
    expect(reading.record.meetings).toEqual([]);
  });

  test('nothing of a page reaches the terminal as a command', async () => {
    writeFileSync(folder.file('escape.html'), meetingPage({ title: 'Rabat \u001b]0;owned\u0007 entretiens' }));
    const { out } = await runCli(['read', folder.file('escape.html')]);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u0007');
  });
});
