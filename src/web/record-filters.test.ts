import { describe, expect, it } from 'vitest';
import { filterAddress, ignoredFilters, parseFilters, queryOf } from './record-filters.ts';

describe('filters of the record', () => {
  it.each([
    [
      { country: 'ma', topic: 'migration' },
      { country: 'MA', topic: 'migration' },
    ],
    [{ pair: 'ma-es' }, { pair: 'ES-MA' }],
    [{ from: '2024-01-01', to: 'soon' }, { from: '2024-01-01' }],
    [{ status: 'plannd', type: 'visit' }, { type: 'visit' }],
    [{ place: '@MA' }, { place: '@MA' }],
    [{ place: '<b>' }, {}],
    [{ role: 'minister:interior' }, { role: 'minister:interior' }],
    [{ country: ' ', person: 'x'.repeat(200), lang: 'fr' }, {}],
  ])('%j', (query, filters) => {
    expect(parseFilters(query)).toEqual(filters);
  });

  it('say which were not understood', () => {
    const query = { status: 'plannd', type: 'visit', to: 'soon', country: '' };
    expect(ignoredFilters(query, parseFilters(query))).toEqual(['status', 'to']);
  });

  it('make an address in one order, changed as asked', () => {
    const filters = { topic: 'trade', country: 'MA' };
    expect(filterAddress('/record', filters)).toBe('/record?country=MA&topic=trade');
    expect(filterAddress('/record', filters, { topic: undefined, view: 'map' })).toBe('/record?country=MA&view=map');
    expect(filterAddress('/record', {}, { view: undefined })).toBe('/record');
  });

  it('are what the archive is asked', () => {
    expect(queryOf({ pair: 'ES-MA', person: 'someone', from: '2024-01-01' }, 'p1')).toEqual({
      pair: ['ES', 'MA'],
      personId: 'p1',
      from: '2024-01-01',
    });
  });
});
