import type { AgencyNames } from '../agency-words.ts';

export const agencies: readonly AgencyNames[] = [
  { agency: 'Lusa', names: 'lusa|agencia lusa' },
  { agency: 'Agência Brasil', names: 'agencia brasil' },
  { agency: 'ANGOP', names: 'angop' },
  { agency: 'Inforpress', names: 'inforpress' },
  { agency: 'AFP', names: 'agencia france presse|agencia afp' },
  { agency: 'EFE', names: 'agencia efe' },
  { agency: 'Reuters', names: 'agencia reuters' },
];
