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
    ['participant:Karim Benslimane', 'add MA minister:interior', { country: 'MA', roleCode: 'minister:interior' }],
    ['participant:Karim Benslimane', 'Addi Benslimane', 'Addi Benslimane'],
    ['role:Karim Benslimane', 'minister:interior', 'minister:interior'],
    ['outcome:2', 'a protocol: on ports', 'a protocol: on ports'],
    ['outcome:2', 'remove', null],
    ['outcome:new', 'signed: a protocol: on ports', { kind: 'signed', text: 'a protocol: on ports' }],
    ['statement:new', 'Ada Lumen: dikes hold', { speaker: 'Ada Lumen', text: 'dikes hold' }],
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
    ['participant:Karim Benslimane', 'add Morocco minister'],
    ['participant:Karim Benslimane', ''],
    ['role:Karim Benslimane', 'The Minister'],
    ['outcome:new', 'a protocol'],
    ['outcome:new', 'signed:'],
    ['statement:new', 'dikes hold'],
    ['colour', 'blue'],
    ['colour:1', 'blue'],
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
