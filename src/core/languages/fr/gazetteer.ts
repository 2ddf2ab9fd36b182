import type { GazetteerPack } from '../language-pack.ts';
import { countries } from './countries.ts';
import { inflect } from './inflect.ts';

export const gazetteer: GazetteerPack = {
  countries,
  inflect,
  capital: (_masculine, feminine) => `capitale ${feminine}`,
  notCountries: [
    ...['Maroc Diplomatique', 'Maroc Hebdo', 'Maroc Telecom', 'Maroc Télécom', 'Maroc Presse', 'Royal Air Maroc'],
    ...['Tunisie Numérique', 'Tunisie Telegraph', 'Algérie Presse Service', 'Air Algérie', 'Algérie Télécom'],
    ...[
      'France 24',
      'France - Presse',
      'France Presse',
      'Air France',
      'France Télévisions',
      'Radio France',
      'France Info',
    ],
    ...['golfe de Guinée', 'mer de Chine', 'océan Indien', 'Afrique du Nord', 'Nouvelle - Guinée', 'Nouveau - Mexique'],
    ...['Équateur terrestre', 'Russia Today', 'China Daily', 'Arab News', 'Banque de France', 'Île - de - France'],
    ...['Amérique latine', 'latino - américain*', 'sud - américain*', 'nord - américain*', 'centre - américain*'],
    ...['afro - américain*', 'pan - américain*', 'inter - américain*', 'ibéro - américain*', 'Brésil - Afrique'],
    ...['Maroc . ma', 'Le Monde', 'Nigéria Airways', 'ligue 1', 'hispano - américain*', 'Jordan Times'],
  ],
  countryContext: [
    ...[
      'ministre',
      'ministres',
      'homologue',
      'homologues',
      'président',
      'présidente',
      'intérieur',
      'étrangères',
      'défense',
    ],
    ...[
      'gouvernement',
      'diplomatie',
      'ambassadeur',
      'ambassade',
      'côté',
      'partie',
      'police',
      'délégation',
      'responsable',
    ],
  ],
  placeContext: ['à', 'ville', 'province', 'région'],
  notPlaces: ['accord de Paris', 'accords de Paris', 'Paris Saint - Germain', 'Real Madrid', 'déclaration de Carthage'],
  gluedCompounds: true,
};
