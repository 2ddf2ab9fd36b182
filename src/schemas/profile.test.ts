import { describe, expect, test } from 'vitest';
import { builtinProfiles } from '../core/extract/profiles/find-profile.ts';
import { parseProfiles } from './profile.ts';

const profile = { name: 'Courier', hosts: ['courier.example'], languages: ['en'] };

test('one profile, or a list', () => {
  expect(parseProfiles(JSON.stringify(profile), 'p.json')).toEqual([profile]);
  const rules = [{ label: 'notice', startsWith: 'Read', within: 'aside' }];
  const full = { ...profile, homeCountry: 'MT', blockRules: rules, bodyWithin: ['#text'], examplePage: 'a.html' };
  expect(parseProfiles(JSON.stringify([full, profile]), 'p.json')).toEqual([full, profile]);
});

test('the profiles that ship could be written in a file', () => {
  expect(parseProfiles(JSON.stringify(builtinProfiles), 'built-in')).toEqual(builtinProfiles);
});

describe('an error names the field and what to write', () => {
  test.each([
    ['{', /p\.json: this is not JSON/],
    ['[]', /the list is empty; write at least one/],
    ['"x"', /the profile: write an object in braces/],
    [{ hosts: ['a.example'], languages: [] }, /name: missing; write a text in quotation marks/],
    [{ ...profile, hosts: 'a.example' }, /hosts: write a list in brackets/],
    [{ ...profile, hosts: ['https://www.a.example'] }, /hosts\[0\]: no host; write for example "courier.example"/],
    [{ ...profile, languages: ['french'] }, /languages\[0\]: no language; write two letters/],
    [{ ...profile, homeCountry: 'Malta' }, /homeCountry: no country; write two capital letters/],
    [{ ...profile, home: 'MT' }, /there is no field "home"; the fields are name, hosts/],
    [[profile, { ...profile, aggregator: 'yes' }], /\[1\]\.aggregator: write true or false/],
    [
      { ...profile, blockRules: [{ label: 'notice' }] },
      /blockRules\[0\]: a rule without a condition; write "startsWith"/,
    ],
    [
      { ...profile, blockRules: [{ label: 'furniture', within: 'nav' }] },
      /blockRules\[0\]\.label: no such label; write one of headline, /,
    ],
    [
      { ...profile, blockRules: [{ label: 'notice', matches: '(' }] },
      /blockRules\[0\]\.matches: no regular expression/,
    ],
    [{ ...profile, bodyWithin: ['a:hover'] }, /bodyWithin\[0\]: no selector; write for example/],
  ])('%j', (value, message) => {
    expect(() => parseProfiles(typeof value === 'string' ? value : JSON.stringify(value), 'p.json')).toThrow(message);
  });
});
