import type { GazetteerPack } from '../language-pack.ts';
import { countries } from './countries.ts';
import { inflect } from './inflect.ts';

export const gazetteer: GazetteerPack = {
  countries,
  inflect,
  capital: (masculine) => `${masculine} capital`,
  notCountries: [
    ...['Morocco World News', 'Jordan Times', 'Russia Today', 'China Daily', 'Times of India', 'Voice of America'],
    ...['Bank of America', 'Air France', 'Agence France - Presse', 'France 24', 'Turkish Airlines', 'Emirates airline'],
    ...[
      'Gulf of Guinea',
      'South China Sea',
      'East China Sea',
      'Indian Ocean',
      'New Mexico',
      'New England',
      'New Guinea',
    ],
    ...[
      'Gulf of Oman',
      'Gulf of Mexico',
      'Sea of Japan',
      'Persian Gulf',
      'Latin America',
      'South America',
      'North America',
    ],
    ...[
      'Latin American*',
      'South American*',
      'North American*',
      'Central American*',
      'Central America',
      'Pan American',
    ],
    ...[
      'Inter - American',
      'African - American*',
      'Native American*',
      'Organization of American States',
      'South Georgia',
    ],
    ...[
      'Emirates News Agency',
      'Emirates NBD',
      'Jordan River',
      'West Indian*',
      'American University',
      'Saudi Press Agency',
    ],
    ...[
      'British Columbia',
      'Organisation of American States',
      'Kuwait News Agency',
      'Qatar News Agency',
      'Jordan Valley',
    ],
  ],
  countryContext: ['the', 'foreign', 'former', 'his', 'her', 'counterpart', 'visiting', 'then'],
  placeContext: ['in', 'at', 'city', 'to'],
  notPlaces: [
    'Paris Agreement',
    'Paris Accord',
    'Paris Saint - Germain',
    'Real Madrid',
    'Geneva Convention*',
    'Washington Post',
  ],
  gluedCompounds: false,
};
