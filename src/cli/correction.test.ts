import { describe, expect, test } from 'vitest';
import { isLoopback } from './commands/serve.ts';
import { parseCorrection } from './correction.ts';

describe('parseCorrection', () => {
  test.each([
    ['type', 'visit', 'visit'],
    ['status', 'postponed', 'postponed'],
    ['when', '2024-01-19', '2024-01-19'],
    ['when', '2024-02-29', '2024-02-29'],
    ['when', '2024-02-01/2024-02-02', '2024-02-01/2024-02-02'],
    ['when', '2024-02', '2024-02'],
    ['when', '2024', '2024'],
    ['when', 'unknown', null],
    ['where', 'Rabat', 'Rabat'],
    ['where', 'Rabat, MA', { place: 'Rabat', country: 'MA' }],
    ['where', 'unknown', null],
    ['topics', 'migration, trade', ['migration', 'trade']],
    ['side:ES', 'add', true],
    ['side:ES', 'remove', null],
    ['participant:Karim Benslimane', 'Karim Benslimani', 'Karim Benslimani'],
    ['participant:Karim Benslimane', 'remove', null],
  ])('%s %s', (field, typed, value) => {
    expect(parseCorrection(field, typed)).toEqual(value);
  });

  test.each([
    ['type', 'party'],
    ['when', '2023-02-29'],
    ['when', '19/01/2024'],
    ['when', '2024-02-02/2024-02-01'],
    ['when', ''],
    ['where', ''],
    ['where', 'Rabat, Morocco, Africa'],
    ['topics', 'migration, football'],
    ['side:spain', 'add'],
    ['side:ES', 'maybe'],
    ['colour', 'blue'],
  ])('%s %s is refused', (field, typed) => {
    expect(() => parseCorrection(field, typed)).toThrow();
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.org', false],
  ['::', false],
  ['192.168.1.4', false],
])('%s is loopback: %s', (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});
