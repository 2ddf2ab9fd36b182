import type { Article } from '../../src/core/model/article.ts';
import type { Evidence } from '../../src/core/model/evidence.ts';
import type { ArticleRecord, Claim, Meeting, Mention, Person } from '../../src/core/model/record.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import type { Outlet, PageOrigin, Publish, Store } from '../../src/store/store.ts';
import { type Invented, inventArticle, inventPage } from '../../src/testing/invented.ts';

export interface InventedReport extends Invented {
  readonly origin?: PageOrigin;
  readonly canonicalUrl?: string;
  readonly images?: Article['images'];
  readonly dateCandidates?: Article['dateCandidates'];
  /** Words of the text and what they support. */
  readonly facts?: readonly {
    readonly words: string;
    readonly field: 'person' | 'when' | 'where' | 'outcome' | 'trigger';
  }[];
}

export interface WebArchive {
  readonly store: Store;
  readonly articleIds: readonly string[];
  readonly meetingId: string;
  close(): Promise<void>;
}

export function outletOf(id: string, publish: Publish, more: Partial<Outlet> = {}): Outlet {
  return {
    id,
    slug: id,
    name: `Gazette ${id}`,
    hosts: [`${id}.example`],
    languages: ['fr'],
    publish,
    origin: 'import',
    ...more,
  };
}

/** An archive, in memory unless one is given: reports of one meeting between Ada Lumen (Spain) and an unnamed minister of Morocco. */
export async function openWebArchive(
  outlets: readonly Outlet[],
  reports: readonly InventedReport[],
  empty?: Store,
): Promise<WebArchive> {
  const store = empty ?? (await openSqliteStore(':memory:'));
  for (const outlet of outlets) await store.outlets.put(outlet);
  const records: ArticleRecord[] = [];
  for (const report of reports) {
    const { page } = await store.pages.put({ ...inventPage(report), origin: report.origin ?? 'import' });
    const article: Article = {
      ...inventArticle(page, report),
      ...(report.canonicalUrl === undefined ? {} : { canonicalUrl: report.canonicalUrl }),
      images: report.images ?? [],
      dateCandidates: report.dateCandidates ?? [],
    };
    await store.articles.put(page.hash, article, report.outlet);
    const record = recordOf(article, report);
    await store.record.putRecord(record);
    records.push(record);
  }
  await store.articles.setGroups(
    records.map(({ articleId }, index) => ({ articleId, dispatchId: `d${index}`, storyId: 's1' })),
  );
  const told = records.filter((record) => record.meetings.length > 0);
  const meeting = meetingOf(told);
  await store.record.replaceFused(
    told.length === 0 ? { meetings: [], people: [] } : { meetings: [meeting], people: [adaLumen(told)] },
  );
  return {
    store,
    articleIds: records.map((record) => record.articleId),
    meetingId: meeting.id,
    close: () => store.close(),
  };
}

const personId = 'p-ada-lumen';

function recordOf(article: Article, report: InventedReport): ArticleRecord {
  const base = { articleId: article.id, textVersion: article.textVersion, coderVersion: 'c1' };
  const facts = report.facts ?? [];
  if (facts.length === 0) return { ...base, mentions: [], claims: [], meetings: [] };
  const kinds = { person: 'person', when: 'date', where: 'place', outcome: 'outcome', trigger: 'trigger' } as const;
  const mentions = facts.map(({ words, field }, index): Mention => {
    const start = article.text.indexOf(words);
    return {
      id: `m${index}`,
      articleId: article.id,
      textVersion: article.textVersion,
      block: 'body',
      sentence: 0,
      start,
      end: start + words.length,
      lang: report.language ?? 'fr',
      kind: kinds[field],
      rule: 'invented',
    };
  });
  const of = (field: string): string[] =>
    mentions.filter((_, index) => facts[index]?.field === field).map(({ id }) => id);
  const claim = (field: Claim['field'], value: unknown, ids: readonly string[]): Claim => ({
    id: `${article.id}-${field}`,
    report: 0,
    field,
    value,
    mentions: ids,
    source: { articleId: article.id, channel: 'own' },
    polarity: 'asserted',
    certainty: 0.9,
    basis: 'explicit',
  });
  const main = article.blocks.find((block) => block.label === 'body') ?? { start: 0, end: 1 };
  return {
    ...base,
    mentions,
    claims: [claim('type', 'meeting', of('trigger')), claim('status', 'held', of('trigger'))],
    meetings: [
      {
        index: 0,
        prominence: 'main',
        type: 'meeting',
        status: 'held',
        sides: [
          {
            country: 'ES',
            basis: 'explicit',
            participants: [
              {
                personId,
                name: { surface: 'Ada Lumen', full: 'Ada Lumen', lang: 'fr', script: 'latin' },
                roleCode: 'minister:interior',
                roleText: 'ministre de l’Intérieur',
                capacity: 'principal',
                mentions: of('person'),
              },
            ],
          },
          { country: 'MA', basis: 'explicit', participants: [] },
        ],
        when: { edtf: '2024-01-19', precision: 'day', basis: 'weekday', mentions: of('when') },
        where: { place: 'Rabat', surface: 'Rabat', country: 'MA', basis: 'explicit', mentions: of('where') },
        format: [],
        topics: [{ topic: 'migration', mentions: of('trigger') }],
        outcomes: of('outcome').map((id) => ({
          kind: 'agreed',
          text: facts.find(({ field }) => field === 'outcome')?.words ?? '',
          strength: 'commitment',
          mentions: [id],
        })),
        statements: [],
        mechanisms: [],
        ordinalClaims: [],
        sentence: { start: main.start, end: main.end },
      },
    ],
  };
}

function evidenceOf(records: readonly ArticleRecord[], pick: (record: ArticleRecord) => readonly string[]): Evidence[] {
  return records.flatMap((record) =>
    pick(record).flatMap((id) => {
      const mention = record.mentions.find((candidate) => candidate.id === id);
      if (mention === undefined) return [];
      const { articleId, textVersion, start, end } = mention;
      return [{ articleId, textVersion, start, end }];
    }),
  );
}

function meetingOf(records: readonly ArticleRecord[]): Meeting {
  const [first] = records;
  const told = first?.meetings[0];
  const field = { certainty: 0.9, independentSources: records.length, state: 'agreed', claimIds: [] } as const;
  const main = (record: ArticleRecord) => record.meetings[0];
  return {
    id: 'meeting-1',
    slug: 'meeting-1-slug',
    type: 'meeting',
    status: 'held',
    statusLog: [{ status: 'held', day: '2024-01-19', evidence: [] }],
    sides: told?.sides ?? [],
    when: told?.when ?? { precision: 'unknown', basis: 'explicit', mentions: [] },
    ...(told?.where === undefined ? {} : { where: told.where }),
    format: [],
    topics: [{ topic: 'migration', evidence: [] }],
    outcomes: (told?.outcomes ?? []).map(({ mentions: _, ...outcome }) => ({
      ...outcome,
      standing: { ...field, basis: 'explicit' as const },
      evidence: evidenceOf(records, (record) => main(record)?.outcomes.flatMap(({ mentions }) => [...mentions]) ?? []),
    })),
    statements: [],
    mechanisms: [],
    ordinalClaims: [],
    backgroundOnly: false,
    reports: records.map(({ articleId }) => ({ articleId, report: 0 })),
    fields: {
      type: field,
      status: field,
      when: field,
      where: field,
      'side:ES': field,
      [`participant:${personId}`]: field,
    },
    evidence: {
      when: evidenceOf(records, (record) => main(record)?.when.mentions ?? []),
      where: evidenceOf(records, (record) => main(record)?.where?.mentions ?? []),
      [`participant:${personId}`]: evidenceOf(
        records,
        (record) => main(record)?.sides[0]?.participants[0]?.mentions ?? [],
      ),
    },
    contradictions: [],
    independentSources: records.length,
  };
}

function adaLumen(records: readonly ArticleRecord[]): Person {
  return {
    id: personId,
    slug: 'ada-lumen',
    name: 'Ada Lumen',
    names: [
      { surface: 'Ada Lumen', full: 'Ada Lumen', lang: 'fr', script: 'latin' },
      { surface: 'أدا لومن', full: 'أدا لومن', lang: 'ar', script: 'arabic' },
    ],
    offices: [
      {
        roleCode: 'minister:interior',
        roleText: 'ministre de l’Intérieur',
        country: 'ES',
        firstSeen: '2024-01-19',
        evidence: evidenceOf(records, (record) => record.meetings[0]?.sides[0]?.participants[0]?.mentions ?? []),
      },
    ],
  };
}

/** The smallest one: a report, in full, of Ada Lumen's meeting. */
export function openOneMeeting(): Promise<WebArchive> {
  const report: InventedReport = {
    outlet: 'a',
    title: 'Un titre',
    paragraphs: ['Ada Lumen a rencontré son homologue.'],
    facts: [{ words: 'Ada Lumen', field: 'person' }],
  };
  return openWebArchive([outletOf('a', 'full')], [report]);
}
