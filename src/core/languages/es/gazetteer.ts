import type { GazetteerPack } from '../language-pack.ts';
import { countries } from './countries.ts';
import { inflect } from './inflect.ts';

export const gazetteer: GazetteerPack = {
  countries,
  inflect,
  capital: (_masculine, feminine) => `capital ${feminine}`,
  notCountries: [
    ...[
      'América Latina',
      'latino americano',
      'Radio Francia',
      'Air France',
      'France Presse',
      'France 24',
      'golfo de Guinea',
    ],
    ...[
      'golfo de México',
      'océano Índico',
      'mar de China',
      'Nuevo México',
      'Nueva Guinea',
      'Estado de México',
      'India Juliett',
    ],
    ...[
      'Banco de España',
      'Televisión Española',
      'Radio Nacional de España',
      'Río de la Plata',
      'Marruecom',
      'Nueva Granada',
    ],
    ...['Banco de México', 'Televisa México', 'iberoamericano', 'Casa Blanca', 'Puerto España', 'Nueva Inglaterra'],
  ],
  countryContext: [
    ...[
      'ministro',
      'ministra',
      'homólogo',
      'homóloga',
      'presidente',
      'presidenta',
      'interior',
      'exteriores',
      'defensa',
    ],
    ...[
      'gobierno',
      'embajador',
      'embajada',
      'canciller',
      'par',
      'colega',
      'secretario',
      'mandatario',
      'delegación',
      'lado',
    ],
  ],
  placeContext: ['en', 'ciudad', 'provincia', 'a'],
  notPlaces: ['Acuerdo de París', 'Real Madrid', 'Convenio de Ginebra', 'Washington Post', 'Pacto de Bogotá'],
  gluedCompounds: true,
};
