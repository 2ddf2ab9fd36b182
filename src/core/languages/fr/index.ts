import type { LanguagePack } from '../language-pack.ts';
import { frenchNames } from './names.ts';
import { frenchRoles } from './roles.ts';
import { frenchStatus } from './status.ts';
import { frenchTriggers } from './triggers.ts';

export const french: LanguagePack = {
  code: 'fr',
  clitics: false,
  capitals: true,
  titleCase: false,
  portfolioFirst: false,
  names: frenchNames,
  roles: frenchRoles,
  triggers: frenchTriggers,
  status: frenchStatus,
};
