import type { LanguagePack } from '../language-pack.ts';
import { agencies } from './agencies.ts';
import { attribution } from './attribution.ts';
import { dateLexicon } from './dates.ts';
import { formats } from './formats.ts';
import { gazetteer } from './gazetteer.ts';
import { moderationWords } from './moderation.ts';
import { spanishNames } from './names.ts';
import { outcomes } from './outcomes.ts';
import { pageWords } from './page-words.ts';
import { spanishRoles } from './roles.ts';
import { sentenceRules } from './sentences.ts';
import { spanishStatus } from './status.ts';
import { topics } from './topics.ts';
import { spanishTriggers } from './triggers.ts';

export const spanish: LanguagePack = {
  code: 'es',
  clitics: false,
  capitals: true,
  titleCase: false,
  portfolioFirst: false,
  sentences: sentenceRules,
  dates: dateLexicon,
  names: spanishNames,
  roles: spanishRoles,
  triggers: spanishTriggers,
  status: spanishStatus,
  topics,
  outcomes,
  attribution,
  formats,
  pageWords,
  agencies,
  gazetteer,
  moderation: moderationWords,
};
