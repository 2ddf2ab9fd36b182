import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyItem, exportedItem, written } from '../../../test/helpers/exported-item.ts';
import { mediaTopics } from '../model/media-topics.ts';
import { ninjsEvent, openNinjs } from './ninjs.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../test/schemas/ninjs-schema_3.1.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The schema of IPTC points to that of GeoJSON, of which nothing is used here.
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json#', type: 'object' });
const validate = ajv.compile(schema);

function problemsOf(value: unknown): unknown[] {
  validate(value);
  return validate.errors ?? [];
}

describe('ninjs 3.1, by the schema of IPTC', () => {
  test('the schema refuses what is wrong', () => {
    expect(problemsOf({ ...ninjsEvent(exportedItem()), wrong: 1 })).not.toEqual([]);
    expect(problemsOf({ ...ninjsEvent(exportedItem()), uri: 'no uri' })).not.toEqual([]);
  });

  test('talks with people, governments, subjects, sources and the words behind each field', () => {
    const event = ninjsEvent(exportedItem());
    expect(problemsOf(event)).toEqual([]);
    expect(event).toMatchObject({
      uri: 'urn:rapporteur:meeting:m1',
      type: 'event',
      versionCreated: '2024-01-21T00:00:00Z',
      people: [{ name: 'Ada Lumen', rel: 'principal', uri: 'urn:rapporteur:person:p-ada-lumen' }],
      organisations: [
        { rel: 'visitor', literal: 'ES' },
        { rel: 'host', literal: 'MA' },
      ],
      eventDetails: {
        eventStatus: 'http://cv.iptc.org/newscodes/eventoccurstatus/eos5',
        dates: { expectedStartDate: '2024-01-19' },
        organiser: { name: 'Government of Morocco' },
      },
      infoSources: [{ name: 'Gazette', uri: 'https://gazette.example/digues?a=1,2;b' }, { literal: 'a2' }],
    });
    const when = (event['descriptions'] as { role: string; value: string }[]).find(({ role }) => role === 'when');
    expect(JSON.parse(when?.value ?? '')).toEqual({
      value: '2024-01-19',
      certainty: 0.93,
      independentSources: 2,
      state: 'agreed',
      evidence: [
        {
          uri: 'https://gazette.example/digues?a=1,2;b',
          textVersion: 'a1:1',
          start: 29,
          end: 37,
          quote: 'vendredi',
        },
      ],
    });
  });

  test.each([
    ['2024-02', { expectedStartDate: '2024-02' }],
    ['2024-02-01/2024-02-02', { expectedStartDate: '2024-02-01', expectedEndDate: '2024-02-02' }],
    ['2024-02-01T10:00:00+01:00', { startDate: '2024-02-01T10:00:00+01:00' }],
    ['2024-02-01T10:00', { expectedStartDate: '2024-02-01' }],
  ])('%s', (edtf, dates) => {
    const event = ninjsEvent(exportedItem({ when: { edtf, precision: 'day', basis: 'explicit', mentions: [] } }));
    expect(event['eventDetails']).toMatchObject({ dates });
    expect(problemsOf(event)).toEqual([]);
  });

  test('an unknown day has no dates; what is denied has no status of IPTC', () => {
    const event = ninjsEvent(
      exportedItem({ status: 'denied', when: { precision: 'unknown', basis: 'explicit', mentions: [] } }),
    );
    expect(event['eventDetails']).not.toHaveProperty('dates');
    expect(event['eventDetails']).not.toHaveProperty('eventStatus');
    expect(event['edNote']).toContain('Denied');
  });

  test('every topic has a code of IPTC but "other"', () => {
    for (const [topic, concepts] of Object.entries(mediaTopics)) {
      expect(concepts.length > 0 || topic === 'other').toBe(true);
      for (const { code } of concepts) expect(code).toMatch(/^\d{8}$/);
    }
  });

  test('any record is valid', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 3 }), (items) => {
        const lines = written(openNinjs({ site: 'https://press.example' }), items)
          .split('\n')
          .slice(0, -1);
        expect(lines.length).toBe(items.length);
        for (const line of lines) expect(problemsOf(JSON.parse(line))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
