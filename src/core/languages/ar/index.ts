import type { LanguagePack } from '../language-pack.ts';
import { agencies } from './agencies.ts';
import { attribution } from './attribution.ts';
import { dateLexicon } from './dates.ts';
import { formats } from './formats.ts';
import { gazetteer } from './gazetteer.ts';
import { moderationWords } from './moderation.ts';
import { arabicNames } from './names.ts';
import { outcomes } from './outcomes.ts';
import { pageWords } from './page-words.ts';
import { arabicRoles } from './roles.ts';
import { sentenceRules } from './sentences.ts';
import { arabicStatus } from './status.ts';
import { topics } from './topics.ts';
import { arabicTriggers } from './triggers.ts';

export const arabic: LanguagePack = {
  code: 'ar',
  clitics: true,
  capitals: false,
  titleCase: false,
  portfolioFirst: false,
  sentences: sentenceRules,
  dates: dateLexicon,
  names: arabicNames,
  roles: arabicRoles,
  triggers: arabicTriggers,
  status: arabicStatus,
  topics,
  outcomes,
  attribution,
  formats,
  pageWords,
  agencies,
  gazetteer,
  moderation: moderationWords,
};
