import type { AgencyNames } from '../agency-words.ts';

export const agencies: readonly AgencyNames[] = [
  { agency: 'EFE', names: 'agencia efe|la agencia efe|efe servicios' },
  { agency: 'Europa Press', names: 'agencia europa press' },
  { agency: 'MAP', names: 'agencia map|agencia marroqui de noticias|agencia marroqui' },
  { agency: 'AFP', names: 'agencia france presse|agencia afp' },
  { agency: 'Reuters', names: 'agencia reuters' },
  { agency: 'Xinhua', names: 'agencia xinhua|xinhua espanol' },
  { agency: 'APS', names: 'agencia argelina de noticias' },
  { agency: 'Prensa Latina', names: 'agencia prensa latina' },
  { agency: 'Anadolu', names: 'agencia anadolu' },
  { agency: 'Colpisa', names: 'colpisa' },
  { agency: 'Servimedia', names: 'servimedia' },
];
