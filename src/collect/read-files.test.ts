import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Collected } from './collected.ts';
import { measureFiles } from './find-files.ts';
import { readFiles } from './read-files.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-files-'));
  mkdirSync(at('press/deep'), { recursive: true });
  mkdirSync(at('press/.hidden'));
  mkdirSync(at('nothing'));
  writeFileSync(at('press/b.html'), '<p>b</p>');
  writeFileSync(at('press/a.txt'), 'a');
  writeFileSync(at('press/photo.jpg'), 'x');
  writeFileSync(at('press/.hidden/c.txt'), 'c');
  writeFileSync(
    at('press/deep/d.jsonl'),
    '{"id":"d1","text":"one"}\n\n{"broken\n{"url":"https://a.example/","html":"<p>two</p>"}',
  );
  writeFileSync(at('list.json'), '[{"text":"x"},{"url":"https://a.example/"},7]');
  writeFileSync(at('bad.json'), '{"text":');
  writeFileSync(at('odd.name'), 'named outright');
  writeFileSync(at('large.html'), 'x'.repeat(2000));
  symlinkSync(at('press'), at('press/deep/loop'));
  symlinkSync(at('gone'), at('press/dangling.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function collect(paths: string[], stdin?: (string | Buffer)[]): Promise<string[]> {
  const found: string[] = [];
  const stream = async function* () {
    for (const chunk of stdin ?? []) yield Buffer.from(chunk);
  };
  for await (const item of readFiles(paths, { maxBytes: 1000, stdin: stream() })) found.push(describeItem(item));
  return found;
}

function describeItem(item: Collected): string {
  const name = item.name.replace(`${folder}/`, '');
  if (item.kind === 'failure') return `${name}: ${item.code}`;
  const text = new TextDecoder().decode(item.bytes);
  return [name, item.id, item.url, item.format, text].filter((part) => part !== undefined).join(' | ');
}

describe('readFiles', () => {
  test('searches a folder in the order of names, without hidden files, unknown ones or loops', async () => {
    expect(await collect([at('press')])).toEqual([
      'press/a.txt | a',
      'press/b.html | <p>b</p>',
      'press/deep/d.jsonl#1 | d1 | text | one',
      'press/deep/d.jsonl#3: json-invalid',
      'press/deep/d.jsonl#4 | https://a.example/ | html | <p>two</p>',
    ]);
    expect((await measureFiles([at('press')])).files).toBe(3);
  });

  test.each([
    ['odd.name', ['odd.name | named outright']],
    ['gone.html', ['gone.html: file-not-found']],
    ['nothing', ['nothing: file-not-found']],
    ['large.html', ['large.html: page-too-large']],
    ['bad.json', ['bad.json: json-invalid']],
    ['list.json', ['list.json#1 | text | x', 'list.json#2: json-invalid', 'list.json#3: json-invalid']],
  ])('%s', async (name, expected) => {
    expect(await collect([at(name)])).toEqual(expected);
  });

  test('one failure does not stop the rest', async () => {
    expect(await collect([at('gone'), at('press/a.txt')])).toEqual(['gone: file-not-found', 'press/a.txt | a']);
  });
});

describe('standard input', () => {
  const e = Buffer.from('é');
  test.each([
    ['a page', ['<p>x', '</p>'], ['- | <p>x</p>']],
    ['nothing', [], ['- | ']],
    ['an object over several lines', ['{\n "text": "x"\n}'], ['- | text | x']],
    ['a list', ['[{"text":"x"},', '{"text":"y"}]'], ['-#1 | text | x', '-#2 | text | y']],
    ['JSON lines', ['{"text":"x"}\n{"te', 'xt":"y"}\n'], ['-#1 | text | x', '-#2 | text | y']],
    ['a character cut in two', ['{"text":"', e.subarray(0, 1), e.subarray(1), '"}\n'], ['-#1 | text | é']],
    ['text in brackets', ['[Rabat] text'], ['- | [Rabat] text']],
    ['an endless page', Array.from({ length: 20 }, () => 'x'.repeat(100)), ['-: page-too-large']],
    [
      'a line too long',
      [`{"text":"a"}\n{"text":"${'x'.repeat(1500)}"}\n{"text":"b"}`],
      ['-#1 | text | a', '-#2: page-too-large', '-#3 | text | b'],
    ],
  ])('%s', async (_, chunks, expected) => {
    expect(await collect(['-'], chunks)).toEqual(expected);
  });
});
