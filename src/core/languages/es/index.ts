import type { LanguagePack } from '../language-pack.ts';
import { spanishNames } from './names.ts';
import { spanishRoles } from './roles.ts';
import { spanishStatus } from './status.ts';
import { spanishTriggers } from './triggers.ts';

export const spanish: LanguagePack = {
  code: 'es',
  clitics: false,
  capitals: true,
  titleCase: false,
  portfolioFirst: false,
  names: spanishNames,
  roles: spanishRoles,
  triggers: spanishTriggers,
  status: spanishStatus,
};
