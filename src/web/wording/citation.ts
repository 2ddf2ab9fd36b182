import type { CitedArticle } from '../../core/export/citation.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from './days.ts';
import { joinList } from './meeting-sentence.ts';

/** Styles in which an article of a newspaper is cited, under the names that everybody knows them by. */
export const citationStyles = ['APA', 'Chicago', 'MLA', 'ISO 690'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A stretch of a citation; `address` reads from left to right whatever stands around it. */
export interface CitationPart {
  readonly text: string;
  readonly kind: 'text' | 'work' | 'address';
}

/**
 * An article in a style of citation, with the copy in this archive and its hash. Names of authors stay as they are
 * printed: which part of one is the family name, a page does not say.
 */
export function citationParts(style: CitationStyle, cited: CitedArticle, tr: Translator): CitationPart[] {
  const { title, outlet, day, url } = shown(cited, tr);
  const quoted = tr.t('cite.title', { title });
  const parts: CitationPart[] = [];
  const add = (kind: CitationPart['kind'], value: string | undefined, before = '', after = ''): void => {
    if (value === undefined || value === '') return;
    parts.push({ kind: 'text', text: before }, { kind, text: value }, { kind: 'text', text: after });
  };
  const stop = '. ';
  const comma = tr.t('list.comma');
  const authors = authorsOf(style, cited.authors, tr);
  switch (style) {
    case 'APA': {
      const dated = `(${day ?? tr.t('cite.no-date')})`;
      // Without an author the title stands first.
      if (authors !== undefined) add('text', `${authors} ${dated}`, '', stop);
      add('text', title, '', authors === undefined ? ` ${dated}${stop}` : stop);
      add('work', outlet, '', stop);
      add('address', url, '', stop);
      break;
    }
    case 'Chicago':
      add('text', authors, '', comma);
      add('text', quoted, '', outlet === undefined && day === undefined && url === undefined ? stop : comma);
      add('work', outlet, '', day === undefined && url === undefined ? stop : comma);
      add('text', day, '', url === undefined ? stop : comma);
      add('address', url, '', stop);
      break;
    case 'MLA':
      add('text', authors, '', authors?.endsWith('.') === true ? ' ' : stop);
      add('text', quoted, '', stop);
      add('work', outlet, '', day === undefined && url === undefined ? stop : comma);
      add('text', day, '', url === undefined ? stop : comma);
      add('address', url, '', stop);
      break;
    case 'ISO 690':
      add('text', authors, '', stop);
      add('text', title, '', stop);
      add('work', outlet, '', ` [${tr.t('cite.online')}]${stop}`);
      add('text', day, '', stop);
      add('address', url, `${tr.t('cite.available')} `, stop);
      break;
  }
  add('text', tr.t('cite.archived', { day: dayText(cited.captured, tr) ?? cited.captured }), '', ' ');
  add('address', cited.archiveUrl, '', ' ');
  add('address', `SHA-256 ${cited.hash}`, '', '.');
  return parts.filter(({ text }) => text !== '');
}

function shown(cited: CitedArticle, tr: Translator) {
  const day = cited.published === undefined ? undefined : dayText(cited.published, tr);
  const outlet = clipText(cited.outlet ?? cited.agency ?? '', 160);
  // A headline that ends with a sign of its own needs no second one.
  const title = clipText(cited.title, 300).replace(/[.\s]+$/u, '');
  return { title, day, outlet: outlet === '' ? undefined : outlet, url: cited.url };
}

function authorsOf(style: CitationStyle, authors: readonly string[], tr: Translator): string | undefined {
  const names = authors.map((name) => clipText(name, 120)).filter((name) => name !== '');
  const [first] = names;
  if (first === undefined) return undefined;
  if (style === 'APA' && names.length > 1) {
    return `${names.slice(0, -1).join(tr.t('list.comma'))} & ${names.at(-1)}`;
  }
  if (style === 'MLA' && names.length > 2) return `${first} et al.`;
  return style === 'ISO 690' ? names.join(tr.t('list.comma')) : joinList(names, tr);
}
