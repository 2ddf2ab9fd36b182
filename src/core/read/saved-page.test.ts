import { describe, expect, test } from 'vitest';
import { extractArticle } from '../extract/extract-article.ts';
import { parseMessageDate } from './message-date.ts';
import { readPage } from './read-page.ts';

const latin = (text: string): Uint8Array => Uint8Array.from([...text], (char) => char.charCodeAt(0));
const html = '<html><body><h1>The quay opens</h1><p>The minister opened the quay on Monday.</p></body></html>';

describe('what a saved page says of itself', () => {
  test.each([
    [
      'a browser',
      `<!DOCTYPE html>\n<!-- saved from url=(0035)https://port.example/news/quay.html -->\n${html}`,
      'https://port.example/news/quay.html',
      undefined,
    ],
    [
      'SingleFile',
      `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://port.example/news/quay.html \n saved date: Fri Jan 19 2024 14:05:00 GMT+0100 (heure normale)\n-->${html}`,
      'https://port.example/news/quay.html',
      '2024-01-19T14:05:00+01:00',
    ],
    ['nobody', html, undefined, undefined],
    ['a local file', `<!-- saved from url=(0014)about:internet -->${html}`, undefined, undefined],
  ])('%s', (_, text, url, savedAt) => {
    const page = readPage({ text });
    expect([page.url, page.savedAt]).toEqual([url, savedAt]);
  });

  test('the caller knows better', () => {
    const text = `<!-- saved from url=(0019)https://old.example -->${html}`;
    expect(readPage({ text, url: 'https://port.example/' }).url).toBe('https://port.example/');
  });

  test.each([
    ['Fri, 19 Jan 2024 13:05:00 GMT', '2024-01-19T13:05:00Z'],
    ['Fri, 19 Jan 2024 13:05:00 -0300', '2024-01-19T13:05:00-03:00'],
    ['Fri Jan 19 2024 14:05:00 GMT+0100 (CET)', '2024-01-19T14:05:00+01:00'],
    ['2024-01-19T14:05:00.123Z', '2024-01-19T14:05:00Z'],
    ['Fri, 19 Jan 2024 13:05:00 EST', '2024-01-19T13:05:00-05:00'],
    ['yesterday', undefined],
    ['99 Foo 2024 10:00:00', undefined],
  ])('%s', (text, instant) => {
    expect(parseMessageDate(text)).toBe(instant);
  });
});

describe('MHTML', () => {
  const archive = (part: string, headers: string): string =>
    [
      'From: <Saved by a browser>',
      'Snapshot-Content-Location: https://port.example/news/quay.html',
      'Subject: The quay opens',
      'Date: Fri, 19 Jan 2024 13:05:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----Boundary--7"',
      '',
      '',
      '------Boundary--7',
      'Content-Type: text/css',
      'Content-Location: https://port.example/a.css',
      '',
      'p { color: red }',
      '------Boundary--7',
      headers,
      'Content-Location: https://port.example/news/quay.html',
      '',
      part,
      '------Boundary--7--',
      '',
    ].join('\r\n');
  const text = 'La ministre a été reçue à la mairie.';
  const body = `<html><body><h1>Le quai</h1><p>${text}</p></body></html>`;

  test.each([
    [
      'quoted-printable, windows-1252',
      'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable',
      body.replaceAll('=', '=3D').replaceAll('é', '=E9').replaceAll('ç', '=E7').replaceAll('à', '=\r\n=E0'),
    ],
    [
      'quoted-printable, UTF-8',
      'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: Quoted-Printable',
      body.replaceAll('é', '=C3=A9').replaceAll('ç', '=C3=A7').replaceAll('à', '=C3=A0'),
    ],
    [
      'base64',
      'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64',
      Buffer.from(body)
        .toString('base64')
        .replace(/(.{40})/g, '$1\r\n'),
    ],
    ['as it is', 'Content-Type: text/html; charset="windows-1252"', body],
  ])('%s', (_, headers, part) => {
    const page = readPage({ bytes: latin(archive(part, headers)) });
    expect(page).toMatchObject({
      format: 'html',
      url: 'https://port.example/news/quay.html',
      savedAt: '2024-01-19T13:05:00Z',
      problems: [],
    });
    expect(page.source).toContain(text);
    expect(page.source).not.toContain('Boundary');
    expect(extractArticle(page).title?.value).toBe('Le quai');
  });

  test('a text that speaks of one is none', () => {
    const page = readPage({
      bytes: latin('The file began with Content-Type: multipart/related; boundary=x\n\nand so on.'),
    });
    expect(page.format).toBe('text');
    expect(page.source).toContain('and so on');
  });

  test('an archive that is cut off gives what there is', () => {
    const whole = archive(body, 'Content-Type: text/html; charset="windows-1252"');
    const page = readPage({ bytes: latin(whole.slice(0, whole.indexOf('reçue'))) });
    expect(page.source).toContain('La ministre a été');
  });
});
