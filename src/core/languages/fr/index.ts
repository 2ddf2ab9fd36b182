import type { LanguagePack } from '../language-pack.ts';
import { agencies } from './agencies.ts';
import { attribution } from './attribution.ts';
import { dateLexicon } from './dates.ts';
import { formats } from './formats.ts';
import { gazetteer } from './gazetteer.ts';
import { moderationWords } from './moderation.ts';
import { frenchNames } from './names.ts';
import { outcomes } from './outcomes.ts';
import { pageWords } from './page-words.ts';
import { frenchRoles } from './roles.ts';
import { sentenceRules } from './sentences.ts';
import { frenchStatus } from './status.ts';
import { topics } from './topics.ts';
import { frenchTriggers } from './triggers.ts';

export const french: LanguagePack = {
  code: 'fr',
  clitics: false,
  capitals: true,
  titleCase: false,
  portfolioFirst: false,
  sentences: sentenceRules,
  dates: dateLexicon,
  names: frenchNames,
  roles: frenchRoles,
  triggers: frenchTriggers,
  status: frenchStatus,
  topics,
  outcomes,
  attribution,
  formats,
  pageWords,
  agencies,
  gazetteer,
  moderation: moderationWords,
};
