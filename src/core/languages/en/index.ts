import type { LanguagePack } from '../language-pack.ts';
import { englishNames } from './names.ts';
import { englishRoles } from './roles.ts';
import { englishStatus } from './status.ts';
import { englishTriggers } from './triggers.ts';

export const english: LanguagePack = {
  code: 'en',
  clitics: false,
  capitals: true,
  titleCase: true,
  portfolioFirst: true,
  names: englishNames,
  roles: englishRoles,
  triggers: englishTriggers,
  status: englishStatus,
};
