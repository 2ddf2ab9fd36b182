import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, exportedItem, heldMeeting, written } from '../../../test/helpers/exported-item.ts';
import { countryCodes } from '../gazetteer/countries.ts';
import type { Meeting } from '../model/record.ts';
import { threeLetterCode } from './country-codes.ts';
import { openPlover, ploverRecords } from './plover.ts';

// No schema of PLOVER is at hand. This is the shape of its example records (version 0.5b1), as far as these use it: the
// members that every record has, their types, and the words that they take.
type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const actors: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (actor: Record<string, unknown>) =>
      text(actor['actorText']) &&
      /^[A-Z]{2,3}$/.test(String(actor['code'])) &&
      ['undefined', 'string'].includes(typeof actor['sector']),
  );
const always: Readonly<Record<string, Check>> = {
  id: text,
  source: actors,
  event: (value) => ['CONSULT', 'AGREE', 'SUPPORT'].includes(String(value)),
  eventText: text,
  text,
  textInfo: (value) => typeof value === 'object' && value !== null,
  language: text,
  publication: text,
  coder: text,
  version: text,
};
const sometimes: Readonly<Record<string, Check>> = {
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  target: actors,
  mode: (value) => ['visit', 'phone', 'third-party', 'multilateral'].includes(String(value)),
  context: (value) =>
    String(value)
      .split(', ')
      .every((word) => /^(?:terrorism|refugee|legal|military|economic|resource|diplomatic)$/.test(word)),
  eventLoc: (value) => text((value as Record<string, unknown>)['name']),
  comment: text,
};
const additions = ['citeInfo', 'cameo', 'cameoOfTarget', 'meeting', 'status', 'edtf', 'notLaterThan', 'fields'];

function problemsOf(record: Readonly<Record<string, unknown>>): string[] {
  return [
    ...Object.entries(always).flatMap(([name, check]) => (check(record[name]) ? [] : [name])),
    ...Object.entries(sometimes).flatMap(([name, check]) => (!(name in record) || check(record[name]) ? [] : [name])),
    ...Object.keys(record).filter((name) => !(name in always) && !(name in sometimes) && !additions.includes(name)),
  ];
}

const codesOf = (changes: Partial<Meeting>) =>
  ploverRecords(exportedItem({ outcomes: [], ...changes })).map(({ event, mode, cameo, cameoOfTarget }) =>
    [event, mode, cameo, cameoOfTarget].filter(Boolean).join(' '),
  );
const outcome = (kind: Meeting['outcomes'][number]['kind'], strength: Meeting['outcomes'][number]['strength']) => [
  { kind, text: 'x', strength, evidence: [] },
];
const third = { country: 'FR', basis: 'explicit', participants: [] } as const;

describe('PLOVER', () => {
  test('talks and what was agreed: two events of the pair, with the words behind them', () => {
    const [consult, agree, ...more] = ploverRecords(exportedItem());
    expect(more).toEqual([]);
    expect(consult).toMatchObject({
      id: 'm1-ESP-MAR-1',
      date: '2024-01-19',
      source: [
        { actorText: 'ministre de l’Intérieur Ada Lumen', code: 'ESP', sector: 'GOV' },
        { actorText: 'Morocco', code: 'MAR', sector: 'GOV' },
      ],
      event: 'CONSULT',
      eventText: 'a reçu',
      context: 'refugee',
      eventLoc: { name: 'Rabat', 'country code': 'MA' },
      cameo: '040',
      status: 'held',
      language: 'fr, ar',
      publication: 'Gazette; الجريدة',
    });
    expect(consult?.textInfo.spans[0]).toEqual({
      field: 'type',
      articleId: 'a1',
      textVersion: 'a1:1',
      start: 22,
      end: 28,
      quote: 'a reçu',
    });
    expect(consult?.citeInfo[0]).toMatchObject({ url: 'https://gazette.example/digues?a=1,2;b', publisher: 'Gazette' });
    expect(consult?.fields.find(({ field }) => field === 'when')).toMatchObject({
      certainty: 0.93,
      independentSources: 2,
    });
    expect(agree).toMatchObject({
      id: 'm1-ESP-MAR-2',
      event: 'AGREE',
      eventText: 'partager les relevés',
      cameo: '030',
    });
    expect(agree?.textInfo.spans[0]?.field).toBe('outcome');
  });

  test.each<[string, Partial<Meeting>, string[]]>([
    ['talks', {}, ['CONSULT 040']],
    ['a visit', { type: 'visit' }, ['CONSULT visit 042 043']],
    ['a call', { type: 'call' }, ['CONSULT phone 041']],
    ['a video talk', { type: 'video' }, ['CONSULT phone 041']],
    [
      'on the soil of a third',
      { where: { surface: 'Genève', country: 'CH', basis: 'explicit', mentions: [] } },
      ['CONSULT third-party 044'],
    ],
    ['on the sidelines', { frame: { relation: 'sidelines', text: 'x' } }, ['CONSULT third-party 044']],
    ['three sides', { sides: [...heldMeeting.sides, third] }, Array(3).fill('CONSULT multilateral 040')],
    ['planned', { status: 'planned' }, ['AGREE 036']],
    ['postponed', { status: 'postponed' }, ['AGREE 036']],
    ['cancelled', { status: 'cancelled' }, []],
    ['denied', { status: 'denied', outcomes: outcome('signed', 'commitment') }, []],
    ['disputed', { status: 'disputed' }, ['CONSULT 040']],
    ['signed', { outcomes: outcome('signed', 'commitment') }, ['CONSULT 040', 'SUPPORT 057']],
    ['a signing', { type: 'signing', outcomes: outcome('signed', 'commitment') }, ['SUPPORT 057']],
    ['a signing, the paper unsaid', { type: 'signing' }, ['SUPPORT 057']],
    ['invited', { outcomes: outcome('invited', 'courtesy') }, ['CONSULT 040', 'AGREE 036']],
    ['a courtesy', { outcomes: outcome('agreed', 'courtesy') }, ['CONSULT 040']],
    ['a statement', { type: 'statement' }, []],
  ])('%s', (_, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  test('of a visit the visitor is the source and the host the target', () => {
    const [visit] = ploverRecords(exportedItem({ type: 'visit' }));
    expect(visit?.source.map(({ code }) => code)).toEqual(['ESP']);
    expect(visit?.target?.map(({ code }) => code)).toEqual(['MAR']);
  });

  test('only the pair asked for, and only what happened, is written', () => {
    const three = exportedItem({ outcomes: [], sides: [...heldMeeting.sides, third] });
    const writer = openPlover({ pair: ['MA', 'FR'] });
    const lines = written(writer, [three, exportedItem({ status: 'denied' })])
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['m1-FRA-MAR-1']);
    expect(writer.leftOut()).toBe(1);
  });

  test('an unknown day is not invented', () => {
    const when = { precision: 'month', edtf: '2024-02', basis: 'explicit', mentions: [] } as const;
    const [event] = ploverRecords(exportedItem({ when }));
    expect(event).not.toHaveProperty('date');
    expect(event?.edtf).toBe('2024-02');
  });

  test('every country has its code of three letters', () => {
    const codes = countryCodes.map(threeLetterCode);
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(countryCodes.length);
  });

  test('the shape goes red', () => {
    expect(problemsOf({ ...ploverRecords(exportedItem())[0], date: 'friday', extra: 1 })).toEqual(['date', 'extra']);
  });

  test('any record has the shape of the examples, one object a line', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        for (const line of written(openPlover(), [item]).split('\n').slice(0, -1)) {
          expect(problemsOf(JSON.parse(line) as Record<string, unknown>)).toEqual([]);
        }
      }),
    );
  });
});
