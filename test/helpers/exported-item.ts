import fc from 'fast-check';
import type { ExportedMeeting, ExportSource } from '../../src/core/export/exported-meeting.ts';
import { webAddress } from '../../src/core/export/web-address.ts';
import type { Evidence } from '../../src/core/model/evidence.ts';
import type { Meeting, Participant, Person } from '../../src/core/model/record.ts';

const texts: Readonly<Record<string, string>> = {
  a1: 'La ministre Ada Lumen a reçu vendredi à Rabat son homologue. Elles ont convenu de partager les relevés.',
  a2: 'التقت الوزيرة أدا لومن نظيرها في الرباط، واتفقا على تبادل المعطيات؛ وقال: "نعم".',
};

function at(articleId: string, words: string): Evidence {
  const start = (texts[articleId] ?? '').indexOf(words);
  return { articleId, textVersion: `${articleId}:1`, start, end: start + words.length };
}

const sources: readonly ExportSource[] = [
  {
    articleId: 'a1',
    url: 'https://gazette.example/digues?a=1,2;b',
    title: 'Digues : deux ministres à Rabat',
    outlet: 'Gazette',
    published: '2024-01-20',
    language: 'fr',
  },
  {
    articleId: 'a2',
    title: 'لقاء حول السدود',
    outlet: 'الجريدة',
    agency: 'AIV',
    published: '2024-01-21T08:00:00Z',
    language: 'ar',
  },
];

export const adaLumen: Person = {
  id: 'p-ada-lumen',
  slug: 'ada-lumen',
  name: 'Ada Lumen',
  names: [
    { surface: 'Ada Lumen', full: 'Ada Lumen', lang: 'fr', script: 'latin' },
    { surface: 'أدا لومن', full: 'أدا لومن', lang: 'ar', script: 'arabic' },
  ],
  offices: [{ roleCode: 'minister:interior', roleText: 'ministre de l’Intérieur', country: 'ES', evidence: [] }],
};

const ada: Participant = {
  personId: adaLumen.id,
  name: { surface: 'Ada Lumen', full: 'Ada Lumen', lang: 'fr', script: 'latin' },
  roleCode: 'minister:interior',
  roleText: 'ministre de l’Intérieur',
  capacity: 'principal',
  mentions: [],
};

const sure = { certainty: 0.934, independentSources: 2, state: 'agreed', claimIds: [] } as const;

export const heldMeeting: Meeting = {
  id: 'm1',
  slug: 'm1-slug',
  type: 'meeting',
  status: 'held',
  statusLog: [{ status: 'held', day: '2024-01-20', evidence: [] }],
  sides: [
    { country: 'ES', basis: 'explicit', visitor: true, participants: [ada] },
    { country: 'MA', basis: 'explicit', host: true, participants: [] },
  ],
  when: { edtf: '2024-01-19', precision: 'day', basis: 'weekday', mentions: [] },
  where: { place: 'Rabat', surface: 'الرباط', country: 'MA', basis: 'explicit', mentions: [] },
  format: [],
  topics: [{ topic: 'migration', evidence: [] }],
  outcomes: [
    {
      kind: 'agreed',
      text: 'partager les relevés',
      strength: 'commitment',
      language: 'fr',
      evidence: [at('a1', 'partager les relevés')],
    },
  ],
  statements: [{ speaker: 'Ada Lumen', direct: true, text: 'نعم', language: 'ar', evidence: [at('a2', 'نعم')] }],
  mechanisms: [],
  ordinalClaims: [],
  backgroundOnly: false,
  reports: [
    { articleId: 'a1', report: 0 },
    { articleId: 'a2', report: 0 },
  ],
  fields: {
    type: sure,
    status: sure,
    when: sure,
    where: sure,
    'side:ES': sure,
    'side:MA': sure,
    'participant:p-ada-lumen': sure,
  },
  evidence: {
    type: [at('a1', 'a reçu'), at('a2', 'التقت')],
    when: [at('a1', 'vendredi')],
    where: [at('a1', 'Rabat'), at('a2', 'الرباط')],
    'participant:p-ada-lumen': [at('a1', 'Ada Lumen')],
  },
  contradictions: [],
  independentSources: 2,
};

/** Talks between Ada Lumen (Spain) and Morocco in Rabat, told in French and in Arabic. */
export function exportedItem(changes: Partial<Meeting> = {}, more: Partial<ExportedMeeting> = {}): ExportedMeeting {
  return {
    meeting: { ...heldMeeting, ...changes },
    sources: new Map(sources.map((source) => [source.articleId, source])),
    people: new Map([[adaLumen.id, adaLumen]]),
    quoteOf: ({ articleId, start, end }) => texts[articleId]?.slice(start, end) ?? null,
    ...more,
  };
}

const units = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const nasty = fc.constantFrom(
  '\r\n',
  '"',
  ',',
  ';',
  '\\',
  '=1+1',
  '-',
  '@',
  '\u202e',
  '\ud800',
  '\u0000',
  'ال',
  '😀',
  '\t',
  '</script>',
  '{',
  '}',
  '%',
);

/** Any string at all: control characters and halves of pairs too, and the signs that formats give a meaning. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.oneof(units, nasty), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(nasty, { maxLength: 60 }).map((parts) => parts.join('')),
);

const anyEdtf = fc.oneof(
  fc.constantFrom(
    undefined,
    '2024-02-29',
    '2024-02',
    '2024',
    '2024-02-01/2024-02-03',
    '{2024-02-01,2024-02-05}',
    '2024-12-31T23:30:00-02:00',
    '2024-01-01T00:10+03:00',
    '2024-13-40',
    '2024-02-30',
    '2024-02-03/2024-02-01',
    '{}',
    '../2024-01-01',
  ),
  anyText,
);

const code = fc.constantFrom('ES', 'MA', 'FR', 'XK', 'ZZ');
const where = fc.option(
  fc.record({
    surface: anyText,
    place: fc.option(anyText, { nil: undefined }),
    country: fc.option(code, { nil: undefined }),
  }),
  { nil: undefined },
);

/** Any record: texts of any kind everywhere, any status, any number of sides, any date. */
export const anyItem: fc.Arbitrary<ExportedMeeting> = fc
  .record({
    id: anyText,
    text: anyText,
    name: anyText,
    role: anyText,
    quote: fc.option(anyText, { nil: null }),
    url: fc
      .oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constant('https://gazette.example/é?x={1},2;3|[4]'),
        anyText,
      )
      .map(webAddress),
    published: anyEdtf,
    language: fc.constantFrom('fr', 'ar', 'und', 'toString'),
    edtf: anyEdtf,
    countries: fc.uniqueArray(code, { maxLength: 4 }),
    type: fc.constantFrom<Meeting['type']>(
      'meeting',
      'call',
      'video',
      'visit',
      'joint_session',
      'signing',
      'statement',
      'ambassador_call',
      'organisation_meeting',
    ),
    status: fc.constantFrom<Meeting['status']>('planned', 'held', 'postponed', 'cancelled', 'denied', 'disputed'),
    known: fc.boolean(),
    where,
    frame: fc.option(fc.record({ text: anyText, meetingId: fc.option(anyText, { nil: undefined }) }), {
      nil: undefined,
    }),
  })
  .map(
    ({
      id,
      text,
      name,
      role,
      quote,
      url,
      published,
      language,
      edtf,
      countries,
      type,
      status,
      known,
      where: place,
      frame,
    }) => {
      const evidence: Evidence[] = [{ articleId: id, textVersion: text, start: 3, end: 9 }];
      const { edtf: _, ...when } = heldMeeting.when;
      const participant: Participant = {
        ...(known ? { personId: 'p1' } : {}),
        name: { surface: name, full: name, lang: 'fr', script: 'other' },
        roleCode: role,
        roleText: role,
        capacity: 'signatory',
        mentions: [],
      };
      const { where: __, ...rest } = heldMeeting;
      return exportedItem(
        {},
        {
          meeting: {
            ...rest,
            id,
            slug: text,
            type,
            status,
            sides: countries.map((country) => ({ country, basis: 'explicit', participants: [participant] })),
            when: { ...when, ...(edtf === undefined ? {} : { edtf }) },
            ...(place === undefined
              ? {}
              : {
                  where: {
                    basis: 'explicit',
                    mentions: [],
                    surface: place.surface,
                    ...(place.place === undefined ? {} : { place: place.place }),
                    ...(place.country === undefined ? {} : { country: place.country }),
                  },
                }),
            ...(frame === undefined
              ? {}
              : {
                  frame: {
                    relation: 'sidelines',
                    text: frame.text,
                    ...(frame.meetingId === undefined ? {} : { meetingId: frame.meetingId }),
                  },
                }),
            outcomes: [{ kind: 'signed', text, strength: 'commitment', language, evidence }],
            statements: [{ speaker: name, direct: known, text, language, evidence }],
            fields: { type: sure, when: sure, [`participant:${known ? 'p1' : name}`]: sure },
            evidence: { type: evidence, [`participant:${known ? 'p1' : name}`]: evidence },
            reports: [{ articleId: id, report: 0 }],
          },
          sources: new Map([
            [
              id,
              {
                articleId: id,
                language,
                title: text,
                outlet: name,
                ...(url === undefined ? {} : { url }),
                ...(published === undefined ? {} : { published }),
              },
            ],
          ]),
          people: new Map(known ? [['p1', { ...adaLumen, id: 'p1', slug: text, name }]] : []),
          quoteOf: () => quote,
        },
      );
    },
  );

/** The text of a whole export. */
export function written(
  writer: { begin(): string; add(item: ExportedMeeting): string; end(): string },
  items: readonly ExportedMeeting[],
): string {
  return writer.begin() + items.map((item) => writer.add(item)).join('') + writer.end();
}
