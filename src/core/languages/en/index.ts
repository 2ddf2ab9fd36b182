import type { LanguagePack } from '../language-pack.ts';
import { agencies } from './agencies.ts';
import { attribution } from './attribution.ts';
import { dateLexicon } from './dates.ts';
import { formats } from './formats.ts';
import { gazetteer } from './gazetteer.ts';
import { moderationWords } from './moderation.ts';
import { englishNames } from './names.ts';
import { outcomes } from './outcomes.ts';
import { pageWords } from './page-words.ts';
import { englishRoles } from './roles.ts';
import { sentenceRules } from './sentences.ts';
import { englishStatus } from './status.ts';
import { topics } from './topics.ts';
import { englishTriggers } from './triggers.ts';

export const english: LanguagePack = {
  code: 'en',
  clitics: false,
  capitals: true,
  titleCase: true,
  portfolioFirst: true,
  sentences: sentenceRules,
  dates: dateLexicon,
  names: englishNames,
  roles: englishRoles,
  triggers: englishTriggers,
  status: englishStatus,
  topics,
  outcomes,
  attribution,
  formats,
  pageWords,
  agencies,
  gazetteer,
  moderation: moderationWords,
};
