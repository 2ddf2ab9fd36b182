import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, exportedItem, written } from '../../../test/helpers/exported-item.ts';
import type { Meeting } from '../model/record.ts';
import { openSchemaOrg, renderSchemaOrg, schemaOrgEvent } from './schema-org.ts';

// Not validated: no machine-readable schema.org is at hand. This table says which properties of which types are used, by
// its public pages. `additionalProperty` is listed there for places and products; here it carries what Event has no
// property for.
const thing = ['@type', '@id', 'name', 'identifier', 'url', 'alternateName', 'sameAs', 'additionalType', 'subjectOf'];
const work = [
  ...thing,
  'text',
  'abstract',
  'inLanguage',
  'isBasedOn',
  'version',
  'citation',
  'author',
  'creator',
  'genre',
  'publisher',
  'sourceOrganization',
  'datePublished',
  'headline',
];
const shapes: Readonly<Record<string, readonly string[]>> = {
  Event: [
    ...thing,
    'description',
    'eventStatus',
    'eventAttendanceMode',
    'startDate',
    'endDate',
    'location',
    'actor',
    'organizer',
    'superEvent',
    'about',
    'additionalProperty',
  ],
  Place: [...thing, 'address'],
  PostalAddress: [...thing, 'addressCountry'],
  Person: [...thing, 'jobTitle', 'memberOf'],
  Organization: thing,
  GovernmentOrganization: [...thing, 'areaServed'],
  Country: thing,
  NewsArticle: work,
  CreativeWork: work,
  Quotation: work,
  Claim: work,
  Role: [...thing, 'roleName', 'creator'],
  DefinedTerm: [...thing, 'termCode'],
  PropertyValue: [...thing, 'propertyID', 'value', 'valueReference'],
};

function problemsOf(node: unknown, path = '$'): string[] {
  if (Array.isArray(node))
    return node.length === 0
      ? [`${path} is empty`]
      : node.flatMap((one, index) => problemsOf(one, `${path}[${index}]`));
  if (typeof node !== 'object') return node === undefined ? [`${path} is undefined`] : [];
  if (node === null) return [`${path} is null`];
  const keys = Object.keys(node);
  // A reference to a node that stands elsewhere.
  if (keys.length === 1 && keys[0] === '@id') return [];
  const type = (node as Record<string, unknown>)['@type'];
  const shape = typeof type === 'string' ? shapes[type] : undefined;
  if (shape === undefined) return [`${path} is a ${String(type)}`];
  return Object.entries(node).flatMap(([key, value]) =>
    shape.includes(key) ? problemsOf(value, `${path}.${key}`) : [`${path}.${key} is not of ${String(type)}`],
  );
}

const property = (item: Partial<Meeting>, name: string) =>
  (schemaOrgEvent(exportedItem(item))['additionalProperty'] as { propertyID: string; value: unknown }[]).find(
    ({ propertyID }) => propertyID === name,
  );

describe('JSON-LD', () => {
  test('talks with actors, place, sources, and quotations behind each field', () => {
    const event = schemaOrgEvent(exportedItem(), { site: 'https://press.example' });
    expect(problemsOf(event)).toEqual([]);
    expect(event).toMatchObject({
      '@type': 'Event',
      '@id': 'https://press.example/meetings/m1',
      startDate: '2024-01-19',
      location: { name: 'Rabat', alternateName: 'الرباط', address: { addressCountry: 'MA' } },
      actor: [
        { '@type': 'Person', '@id': 'https://press.example/people/ada-lumen', jobTitle: 'ministre de l’Intérieur' },
        { '@type': 'GovernmentOrganization', name: 'Government of Morocco' },
      ],
      organizer: { name: 'Government of Morocco' },
    });
    expect(property({}, 'rapporteur:field:when')).toMatchObject({
      value: '2024-01-19',
      valueReference: [
        { propertyID: 'rapporteur:certainty', value: 0.93 },
        { propertyID: 'rapporteur:independentSources', value: 2 },
        { propertyID: 'rapporteur:state', value: 'agreed' },
      ],
      subjectOf: [
        {
          '@type': 'Quotation',
          text: 'vendredi',
          isBasedOn: { '@id': 'https://gazette.example/digues?a=1,2;b' },
          identifier: [{ value: 29 }, { value: 37 }],
        },
      ],
    });
  });

  test.each([
    ['planned', 'https://schema.org/EventScheduled'],
    ['held', 'https://schema.org/EventScheduled'],
    ['postponed', 'https://schema.org/EventPostponed'],
    ['cancelled', 'https://schema.org/EventCancelled'],
    ['denied', undefined],
    ['disputed', undefined],
  ] as const)('%s', (status, expected) => {
    const doubt = schemaOrgEvent(exportedItem({ status }))['description'];
    expect(doubt !== undefined).toBe(status === 'denied' || status === 'disputed');
    expect(schemaOrgEvent(exportedItem({ status }))['eventStatus']).toBe(expected);
    expect(property({ status }, 'rapporteur:status')?.value).toBe(status);
  });

  test.each([
    ['2024-02', undefined, undefined],
    ['2024-02-01/2024-02-03', '2024-02-01', '2024-02-03'],
    ['2024-02-01T10:00:00+01:00', '2024-02-01T10:00:00+01:00', undefined],
  ])('%s', (edtf, start, end) => {
    const changes = { when: { edtf, precision: 'day', basis: 'explicit', mentions: [] } } as const;
    const event = schemaOrgEvent(exportedItem(changes));
    expect(event['startDate']).toBe(start);
    expect(event['endDate']).toBe(end);
    expect(property(changes, 'rapporteur:edtf')?.value).toBe(edtf);
  });

  test('words that the outlet does not allow are left out, their place stays', () => {
    const text = renderSchemaOrg(exportedItem({ statements: [] }, { quoteOf: () => null }));
    expect(text).not.toContain('vendredi');
    expect(text).toContain('"rapporteur:start","value":29');
  });

  test('the shape goes red', () => {
    expect(problemsOf({ '@type': 'Event', wrong: 1, about: [{ '@type': 'Thing' }] })).toHaveLength(2);
  });

  test('any records make one document', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 3 }), (items) => {
        const document = JSON.parse(written(openSchemaOrg(), items)) as { '@graph': unknown[] };
        expect(document['@graph']).toHaveLength(items.length);
        expect(document['@graph'].flatMap((node) => problemsOf(node))).toEqual([]);
      }),
    );
  });
});
