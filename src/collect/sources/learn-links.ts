import { Parser } from 'htmlparser2';
import { siteOf } from '../../store/site-of.ts';

export interface PageLink {
  readonly address: string;
  readonly text: string;
}

/** A kind of links on a page, told by the form of their addresses. */
export interface LinkPattern {
  /** `/news/#/*.html`: `#` stands for digits, `*` for any other part of a folder or name. */
  readonly pattern: string;
  readonly links: readonly PageLink[];
}

/** Fewer links of one form are no list. */
const fewestLinks = 3;
/** Headlines are longer than the names of sections. */
const headlineWords = 4;

/** All links of a page that stay on its registrable domain, each address once with its longest text. */
export function linksOfPage(html: string, address: string): PageLink[] {
  const links = new Map<string, string>();
  let base = address;
  let open: string | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'base' && href !== undefined && URL.canParse(href, address)) base = new URL(href, address).href;
      if (name !== 'a' || href === undefined) return;
      open = href;
      text = '';
    },
    ontext(data) {
      if (open !== undefined) text += data;
    },
    onclosetag(name) {
      if (name !== 'a' || open === undefined) return;
      const link = linkOf(open, base, address);
      const words = text.replace(/\s+/g, ' ').trim();
      if (link !== undefined && words.length >= (links.get(link)?.length ?? 0)) links.set(link, words);
      open = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return [...links].map(([link, words]) => ({ address: link, text: words }));
}

function linkOf(href: string, base: string, page: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.href === page || siteOf(url.href) !== siteOf(page)) return undefined;
  return url.href;
}

/** The form of an address: `/2024/05/port-opens-31.html` is `/#/#/*-#.html`. */
export function patternOf(address: string): string {
  const { pathname, search } = new URL(address);
  const path = pathname
    .split('/')
    .map((part, at, parts) => (at === parts.length - 1 || /\d|-|_|%|\./.test(part) ? formOf(part) : part))
    .join('/');
  const query = [...new URLSearchParams(search)].map(([name, value]) => `${name}=${/^\d+$/.test(value) ? '#' : '*'}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function formOf(part: string): string {
  const [, name = part, ending = ''] = /^(.*?)(\.[a-z]{2,5})?$/i.exec(part) ?? [];
  if (name === '') return ending;
  if (/^\d+$/.test(name)) return `#${ending}`;
  const lead = /^\d+(?=[-_])/.test(name) ? '#-' : '';
  const tail = /[-_]\d+$/.test(name) ? '-#' : '';
  return `${lead}*${tail}${ending}`;
}

/** Whether an address has the form. */
export function matchesPattern(address: string, pattern: string): boolean {
  return patternOf(address) === pattern || likePattern(pattern).test(pathOf(address));
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** A pattern that a person wrote may be rougher than a learned one: `/news/*`. */
function likePattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('#', '\\d+')
    .replaceAll('*', '[^/?]+');
  return new RegExp(`^${source}$`, 'i');
}

/**
 * Learns which links of a page without a feed lead to articles: links of one form that stand there often and whose words
 * are headlines rather than names of sections. The best first.
 */
export function learnLinks(links: readonly PageLink[]): LinkPattern[] {
  const forms = new Map<string, PageLink[]>();
  for (const link of links) {
    const pattern = patternOf(link.address);
    const list = forms.get(pattern);
    if (list === undefined) forms.set(pattern, [link]);
    else list.push(link);
  }
  return [...forms]
    .map(([pattern, list]) => ({ pattern, links: list, score: scoreOf(pattern, list) }))
    .filter(({ links: list, score }) => list.length >= fewestLinks && score > 0)
    .sort((a, b) => b.score - a.score || (a.pattern < b.pattern ? -1 : 1))
    .map(({ pattern, links: list }) => ({ pattern, links: list }));
}

function scoreOf(pattern: string, links: readonly PageLink[]): number {
  if (!/[#*]/.test(pattern)) return 0;
  const headlines = links.filter(
    ({ text }) => text.split(' ').length >= headlineWords || /\p{Script=Arabic}.{14}/u.test(text),
  );
  const share = headlines.length / links.length;
  return share < 0.5 ? 0 : headlines.length * share * (pattern.includes('#') ? 1.5 : 1);
}
