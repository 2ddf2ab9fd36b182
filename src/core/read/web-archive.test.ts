import { describe, expect, test } from 'vitest';
import { extractArticle } from '../extract/extract-article.ts';
import { readArchivedAddress } from './web-archive.ts';

const kept = 'http://coast.example/2016/port.html?id=3';
const savedAt = '2016-02-18T17:44:57Z';

describe('addresses in web archives', () => {
  test.each([
    [`https://web.archive.org/web/20160218174457/${kept}`, { url: kept, savedAt }],
    [`https://web.archive.org/web/20160218174457id_/${kept}`, { url: kept, savedAt }],
    [`https://archive.example/wayback/20160218174457/${kept}`, { url: kept, savedAt }],
    ['https://web.archive.org/web/20160218174457/http:/coast.example/a', { url: 'http://coast.example/a', savedAt }],
    ['https://web.archive.org/web/20169918174457/http://coast.example/a', undefined],
    ['https://coast.example/20160218174457/port', undefined],
    [undefined, undefined],
  ])('%s', (address, parts) => {
    expect(readArchivedAddress(address)).toEqual(parts);
  });

  test('the day of the capture is no day of publication', () => {
    const article = extractArticle({
      text: '<html lang="en"><body><article><h1>The port opens again</h1><p>The harbour master opened the port on Monday, three weeks after the storm had closed it.</p></article></body></html>',
      url: 'https://web.archive.org/web/20160218174457/http://coast.example/port',
      format: 'html',
    });
    expect(article.published).toBeUndefined();
    expect(article.url).toBe('http://coast.example/port');
  });
});
