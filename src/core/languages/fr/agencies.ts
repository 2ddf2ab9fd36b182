import type { AgencyNames } from '../agency-words.ts';

export const agencies: readonly AgencyNames[] = [
  { agency: 'MAP', names: 'agence marocaine de presse|agence maghreb arabe presse|agence map|la map' },
  { agency: 'AFP', names: 'agence france presse|l afp' },
  { agency: 'APS', names: 'algerie presse service|agence algerie presse service|l aps' },
  { agency: 'TAP', names: 'agence tap|agence tunisienne' },
  { agency: 'Xinhua', names: 'agence xinhua|agence chine nouvelle|xinhuanet' },
  { agency: 'EFE', names: 'agence efe|agence espagnole efe' },
  { agency: 'Anadolu', names: 'agence anadolu|agence de presse anadolu' },
  { agency: 'TASS', names: 'agence tass' },
  { agency: 'SPA', names: 'agence de presse saoudienne' },
  { agency: 'WAM', names: 'agence de presse emiratie' },
  { agency: 'QNA', names: 'agence de presse du qatar|agence de presse qatarie' },
  { agency: 'APAnews', names: 'agence de presse africaine apa' },
];
