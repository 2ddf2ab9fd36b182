import type { Article, Block, BlockLabel } from '../core/model/article.ts';
import type { ArticleRecord, Claim, Meeting, Mention, Person } from '../core/model/record.ts';
import { hash64 } from '../core/text/hash.ts';
import type { Source } from '../store/collecting.ts';
import type { NewPage, Outlet, Store, StoredPage } from '../store/store.ts';

/** What a test says of an invented article; everything else has a plain value. */
export interface Invented {
  readonly url?: string;
  readonly name?: string;
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly language?: string;
  readonly published?: string;
  readonly notLaterThan?: string;
  readonly savedAt?: string;
  readonly outlet?: string;
  readonly agency?: string;
  /** Furniture of the page, labelled as such: search must not see it. */
  readonly ticker?: string;
  readonly extractor?: string;
}

export function inventPage(invented: Invented): NewPage {
  const { url, name, title, paragraphs = [], ticker = '' } = invented;
  return {
    bytes: new TextEncoder().encode([ticker, title, ...paragraphs].join('\n\n')),
    format: 'text',
    contentType: 'text/plain; charset=utf-8',
    origin: 'import',
    savedAt: invented.savedAt ?? '2024-03-01T08:00:00Z',
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
  };
}

export function inventArticle(page: Pick<StoredPage, 'hash' | 'articleId'>, invented: Invented): Article {
  const language = invented.language ?? 'fr';
  const labelled: (readonly [BlockLabel, string])[] = [
    ...(invented.ticker === undefined ? [] : [['ticker', invented.ticker] as const]),
    ['headline', invented.title],
    ...(invented.paragraphs ?? []).map((text) => ['body', text] as const),
  ];
  const blocks: Block[] = [];
  let text = '';
  for (const [label, part] of labelled) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? part : `${text}\n${part}`;
    blocks.push({
      index: blocks.length,
      start,
      end: text.length,
      label,
      kind: 'paragraph',
      probability: 1,
      reason: 'invented',
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      sourceMap: [[start, start, part.length]],
    });
  }
  const headline = blocks.find((block) => block.label === 'headline');
  const spans = headline === undefined ? [] : [{ start: headline.start, end: headline.end }];
  const sourced = <T>(value: T) => ({ value, certainty: 0.9, basis: 'invented', spans });
  const { url, published, notLaterThan, agency } = invented;
  return {
    id: page.articleId,
    textVersion: `${page.hash}:${invented.extractor ?? '1'}`,
    text,
    blocks,
    pageType: 'article',
    title: sourced(invented.title),
    authors: [],
    dateCandidates: [],
    language: sourced(language),
    images: [],
    links: [],
    tags: [],
    problems: [],
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published: sourced({ edtf: published, precision: 'day' as const }) }),
    ...(notLaterThan === undefined ? {} : { notLaterThan: sourced(notLaterThan) }),
    ...(agency === undefined ? {} : { agency: sourced(agency) }),
  };
}

/** Stores page and article as an import does. */
export async function storeInvented(store: Store, invented: Invented): Promise<StoredPage> {
  const { page } = await store.pages.put(inventPage(invented));
  await store.articles.put(page.hash, inventArticle(page, invented), invented.outlet);
  return page;
}

export function inventOutlet(id: string, more: Partial<Outlet> = {}): Outlet {
  return {
    id,
    slug: `${id}-slug`,
    name: `Journal ${id}`,
    hosts: [`${id}.example`],
    languages: ['fr'],
    publish: 'excerpt',
    origin: 'import',
    ...more,
  };
}

/** A record with one meeting of two countries, one mention and one claim. */
export function inventSource(outletId: string, more: Partial<Source> = {}): Source {
  return {
    id: `source-${outletId}`,
    outletId,
    address: `https://${outletId}.example/feed`,
    kind: 'feed',
    folder: [],
    state: 'active',
    allowPrivate: false,
    intervalSeconds: 1_800,
    nextPoll: '2024-02-01T10:00:00.000Z',
    failures: 0,
    addedAt: '2024-01-01T10:00:00.000Z',
    ...more,
  };
}

export function inventRecord(articleId: string, textVersion: string, coderVersion = 'c1'): ArticleRecord {
  const mention: Mention = {
    id: 'm0',
    articleId,
    textVersion,
    block: 'headline',
    sentence: 0,
    start: 0,
    end: 7,
    lang: 'fr',
    kind: 'trigger',
    rule: 'invented',
  };
  const claim: Claim = {
    id: `${articleId}-c0`,
    report: 0,
    field: 'status',
    value: 'held',
    mentions: ['m0'],
    source: { articleId, channel: 'own' },
    polarity: 'asserted',
    certainty: 0.9,
    basis: 'explicit',
  };
  return {
    articleId,
    textVersion,
    coderVersion,
    mentions: [mention],
    claims: [claim],
    meetings: [
      {
        index: 0,
        prominence: 'main',
        type: 'meeting',
        status: 'held',
        sides: ['MA', 'ES'].map((country) => ({ country, basis: 'explicit', participants: [] })),
        when: { precision: 'unknown', basis: 'explicit', mentions: [] },
        format: [],
        topics: [],
        outcomes: [],
        statements: [],
        mechanisms: [],
        ordinalClaims: [],
        sentence: { start: 0, end: 7 },
      },
    ],
  };
}

export interface InventedMeeting {
  readonly id: string;
  readonly countries: readonly string[];
  readonly articles: readonly string[];
  readonly day?: string;
  readonly slug?: string;
  readonly person?: string;
  readonly topic?: Meeting['topics'][number]['topic'];
  readonly outcome?: Meeting['outcomes'][number]['strength'];
  readonly status?: Meeting['status'];
  readonly background?: boolean;
  /** Canonical name of a place. */
  readonly place?: string;
  readonly mechanism?: string;
  readonly type?: Meeting['type'];
}

export function inventMeeting(invented: InventedMeeting): Meeting {
  const { id, day, person, topic, outcome } = invented;
  return {
    id,
    slug: invented.slug ?? `slug-${id}`,
    type: invented.type ?? 'meeting',
    status: invented.status ?? 'held',
    statusLog: [],
    sides: invented.countries.map((country, index) => ({
      country,
      basis: 'explicit',
      participants:
        index === 0 && person !== undefined
          ? [
              {
                personId: person,
                roleCode: 'minister:interior',
                roleText: 'ministre',
                capacity: 'principal',
                mentions: [],
              },
            ]
          : [],
    })),
    when: {
      precision: day === undefined ? 'unknown' : 'day',
      basis: 'explicit',
      mentions: [],
      ...(day === undefined ? {} : { edtf: day }),
    },
    ...(invented.place === undefined
      ? {}
      : { where: { place: invented.place, surface: invented.place, basis: 'explicit', mentions: [] } }),
    format: [],
    topics: topic === undefined ? [] : [{ topic, evidence: [] }],
    outcomes:
      outcome === undefined
        ? []
        : [{ kind: 'agreed', text: 'se revoir au printemps', strength: outcome, evidence: [] }],
    statements: [],
    mechanisms: invented.mechanism === undefined ? [] : [{ name: invented.mechanism, evidence: [] }],
    ordinalClaims: [],
    backgroundOnly: invented.background ?? false,
    reports: invented.articles.map((articleId) => ({ articleId, report: 0 })),
    fields: {},
    evidence: {},
    contradictions: [],
    independentSources: 1,
  };
}

export function inventPerson(name: string, country: string): Person {
  return {
    id: `p-${hash64(name).slice(0, 8)}`,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    names: [{ surface: name, full: name, lang: 'fr', script: 'latin' }],
    offices: [{ roleCode: 'minister:interior', roleText: 'ministre', country, evidence: [] }],
  };
}
