import type { OutletProfile } from '../outlet-profile.ts';

/** Sites that republish whole pages of other outlets and name them on each page. */
export const aggregators: readonly OutletProfile[] = [
  {
    name: 'Maghress',
    hosts: ['maghress.com'],
    examplePage: 'maghress.html',
    languages: ['fr', 'ar', 'en', 'es'],
    homeCountry: 'MA',
    aggregator: true,
    fingerprints: [
      'cliquez ici pour lire l article depuis sa source',
      'cette image sera automatiquement bloquee apres qu elle soit signalee par plusieurs personnes',
    ],
  },
  {
    name: 'Djazairess',
    hosts: ['djazairess.com'],
    examplePage: 'djazairess.html',
    languages: ['fr', 'ar'],
    homeCountry: 'DZ',
    aggregator: true,
  },
  {
    name: 'Turess',
    hosts: ['turess.com'],
    examplePage: 'turess.html',
    languages: ['fr', 'ar'],
    homeCountry: 'TN',
    aggregator: true,
  },
  {
    name: 'Masress',
    hosts: ['masress.com'],
    examplePage: 'masress.html',
    languages: ['ar', 'en'],
    homeCountry: 'EG',
    aggregator: true,
  },
  {
    name: 'allAfrica',
    hosts: ['allafrica.com'],
    examplePage: 'allafrica.html',
    languages: ['en', 'fr'],
    aggregator: true,
  },
];
