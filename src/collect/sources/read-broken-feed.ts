import { Parser } from 'htmlparser2';
import type { FeedItem } from '../../core/model/feed.ts';
import type { Feed } from './feed.ts';

type TextField = 'title' | 'link' | 'published' | 'modified' | 'content';

const textFields: Readonly<Record<string, TextField>> = {
  title: 'title',
  link: 'link',
  pubdate: 'published',
  'dc:date': 'published',
  published: 'published',
  updated: 'modified',
  'content:encoded': 'content',
  content: 'content',
  description: 'content',
  summary: 'content',
};

/**
 * What can be read of a feed whose XML is cut off or broken: every item that was begun, with the fields that came.
 * @returns nothing when no item was found
 */
export function readBrokenFeed(text: string): Omit<Feed, 'broken' | 'cut'> | undefined {
  if (!/<(?:rss|rdf:RDF|feed|channel)\b/i.test(text.slice(0, 4_000))) return undefined;
  const items: Partial<Record<TextField, string>>[] = [];
  const head: { title?: string; link?: string } = {};
  let item: Partial<Record<TextField, string>> | undefined;
  let field: string | undefined;
  let value = '';
  const keep = (): void => {
    const content = value.trim();
    const name = field === undefined ? undefined : textFields[field];
    if (name !== undefined && content !== '') {
      if (item === undefined) {
        if (field === 'title' || field === 'link') head[field] ??= content;
      } else if (name === 'content' ? content.length > (item.content?.length ?? 0) : item[name] === undefined) {
        item[name] = content;
      }
    }
    field = undefined;
    value = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'item' || name === 'entry') {
          keep();
          item = {};
          items.push(item);
        } else if (name in textFields) {
          keep();
          field = name;
          if (name === 'link' && attributes['href'] !== undefined && (attributes['rel'] ?? 'alternate') === 'alternate')
            value = attributes['href'];
        }
      },
      ontext(data) {
        if (field !== undefined) value += data;
      },
      onclosetag(name) {
        if (name === field) keep();
        if (name === 'item' || name === 'entry') item = undefined;
      },
    },
    { xmlMode: true, recognizeCDATA: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  parser.end();
  keep();
  const found = items.filter((one) => one.link !== undefined || one.title !== undefined);
  if (found.length === 0) return undefined;
  return {
    format: /<feed\b/i.test(text.slice(0, 4_000)) ? 'atom' : 'rss',
    ...(head.title === undefined ? {} : { title: head.title }),
    ...(head.link === undefined ? {} : { site: head.link }),
    items: found satisfies readonly FeedItem[],
  };
}
