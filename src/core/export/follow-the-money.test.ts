import { defaultModel, Model, PropertyType } from '@alephdata/followthemoney';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, exportedItem, written } from '../../../test/helpers/exported-item.ts';
import { countryCodes } from '../gazetteer/countries.ts';
import { type FtmEntity, ftmEntities, openFollowTheMoney } from './follow-the-money.ts';

const model = new Model(defaultModel);

const formsOf: Readonly<Record<string, (value: string) => boolean>> = {
  country: (value) => model.getType('country').values.has(value),
  language: (value) => model.getType('language').values.has(value),
  date: (value) =>
    /^\d{4}(-\d\d(-\d\d)?)?$/.test(value) && !Number.isNaN(Date.parse(value)) && Number(value.slice(5, 7) || 1) <= 12,
  url: (value) => /^https?:/.test(value) && URL.canParse(value),
};

/** What the model has against these entities: schemata, properties, types, lengths, references, what is required. */
function problemsOf(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const problems: string[] = byId.size === entities.length ? [] : ['an id is there twice'];
  for (const { id, schema, properties } of entities) {
    // Throws for a schema or a property that the model does not have.
    const entity = model.getEntity({ id, schema, properties: properties as Record<string, string[]> });
    const say = (what: string) => problems.push(`${schema} ${id}: ${what}`);
    if (!/^[\w.-]{3,200}$/.test(id)) say('id');
    if (entity.schema.abstract) say('abstract');
    for (const required of entity.schema.required) if (!entity.hasProperty(required)) say(`lacks ${required}`);
    for (const [name, values] of Object.entries(properties)) {
      const property = entity.schema.getProperty(name);
      if (property.stub || property.deprecated) say(`${name} is not to be set`);
      if (values.length === 0 || new Set(values).size !== values.length) say(`${name} is empty or has doubles`);
      for (const value of values) {
        if (value === '' || value.length > property.maxLength || /\p{Cs}/u.test(value)) say(`${name}: ${value.length}`);
        const form = formsOf[property.type.name];
        if (form !== undefined && !form(value)) say(`${name} is no ${property.type.name}: ${value}`);
        if (property.type.name !== PropertyType.ENTITY) continue;
        const other = byId.get(value);
        if (other === undefined || !model.getSchema(other.schema).isA(property.getRange())) say(`${name} -> ${value}`);
      }
    }
  }
  return problems;
}

describe('FollowTheMoney, by its model', () => {
  test('the check goes red', () => {
    const wrong = (properties: Record<string, string[]>): FtmEntity[] => [
      { id: 'rapporteur-1', schema: 'Event', properties },
    ];
    expect(() => problemsOf(wrong({ nothing: ['x'] }))).toThrow();
    expect(problemsOf(wrong({}))).toHaveLength(1);
    expect(problemsOf(wrong({ name: ['x'], country: ['qx'] }))).toHaveLength(1);
    expect(problemsOf(wrong({ name: ['x'], date: ['2024-02-01/2024-02-02'] }))).toHaveLength(1);
    expect(problemsOf(wrong({ name: ['x'], proof: ['nobody'] }))).toHaveLength(1);
  });

  test('talks: event, people, governments, articles, mentions, and a document behind each field', () => {
    const entities = ftmEntities(exportedItem());
    expect(problemsOf(entities)).toEqual([]);
    const of = (schema: string) => entities.filter((entity) => entity.schema === schema);
    expect(of('Event')[0]).toMatchObject({
      id: 'rapporteur-meeting-m1',
      properties: {
        date: ['2024-01-19'],
        country: ['es', 'ma'],
        location: ['Rabat'],
        involved: ['rapporteur-government-ES', 'rapporteur-person-p-ada-lumen', 'rapporteur-government-MA'],
        organizer: ['rapporteur-government-MA'],
        proof: ['rapporteur-article-a1', 'rapporteur-article-a2'],
      },
    });
    expect(of('Person')[0]?.properties).toMatchObject({ name: ['Ada Lumen'], alias: ['أدا لومن'], country: ['es'] });
    expect(of('Mention')[0]?.properties).toMatchObject({
      document: ['rapporteur-article-a1'],
      resolved: ['rapporteur-person-p-ada-lumen'],
    });
    const when = of('Documentation').find(({ properties }) => properties['role']?.[0] === 'when');
    expect(when?.properties).toMatchObject({
      document: ['rapporteur-article-a1'],
      entity: ['rapporteur-meeting-m1'],
      status: ['certainty 0.93, 2 independent sources, agreed'],
      summary: ['vendredi'],
      recordId: ['a1:a1:1:29-37'],
    });
  });

  test.each([
    [{ edtf: '2024-02', precision: 'month' }, { date: ['2024-02'] }],
    [
      { edtf: '2024-02-01/2024-02-03', precision: 'range' },
      { startDate: ['2024-02-01'], endDate: ['2024-02-03'] },
    ],
    [{ edtf: '2024-02-01T10:00:00+01:00', precision: 'time' }, { date: ['2024-02-01'] }],
  ] as const)('%j', (when, expected) => {
    const event = ftmEntities(exportedItem({ when: { ...when, basis: 'explicit', mentions: [] } })).find(
      ({ schema }) => schema === 'Event',
    );
    expect(event?.properties).toMatchObject(expected);
  });

  test('every country of the gazetteer is one of the model', () => {
    expect(countryCodes.filter((code) => !formsOf['country']?.(code.toLowerCase()))).toEqual([]);
  });

  test('an unknown day has no date', () => {
    const unknown = exportedItem({ when: { precision: 'unknown', basis: 'explicit', mentions: [] } });
    const event = ftmEntities(unknown).find(({ schema }) => schema === 'Event');
    for (const name of ['date', 'startDate', 'endDate']) expect(event?.properties).not.toHaveProperty(name);
  });

  test('what two meetings share is written once', () => {
    const text = written(openFollowTheMoney(), [exportedItem(), exportedItem({ id: 'm2' })]);
    const entities = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as FtmEntity);
    expect(problemsOf(entities)).toEqual([]);
    expect(entities.filter(({ schema }) => schema === 'Person')).toHaveLength(1);
    expect(entities.filter(({ schema }) => schema === 'Event')).toHaveLength(2);
  });

  test('any record is valid', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 2 }), (items) => {
        const text = written(openFollowTheMoney(), items);
        const entities = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as FtmEntity);
        expect(problemsOf(entities)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
