import type { LanguagePack } from '../language-pack.ts';
import { arabicNames } from './names.ts';
import { arabicRoles } from './roles.ts';
import { arabicStatus } from './status.ts';
import { arabicTriggers } from './triggers.ts';

export const arabic: LanguagePack = {
  code: 'ar',
  clitics: true,
  capitals: false,
  titleCase: false,
  portfolioFirst: false,
  names: arabicNames,
  roles: arabicRoles,
  triggers: arabicTriggers,
  status: arabicStatus,
};
