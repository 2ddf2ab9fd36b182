import type { LanguagePack } from '../language-pack.ts';
import { agencies } from './agencies.ts';
import { attribution } from './attribution.ts';
import { dateLexicon } from './dates.ts';
import { formats } from './formats.ts';
import { gazetteer } from './gazetteer.ts';
import { moderationWords } from './moderation.ts';
import { portugueseNames } from './names.ts';
import { outcomes } from './outcomes.ts';
import { pageWords } from './page-words.ts';
import { portugueseRoles } from './roles.ts';
import { sentenceRules } from './sentences.ts';
import { portugueseStatus } from './status.ts';
import { topics } from './topics.ts';
import { portugueseTriggers } from './triggers.ts';

export const portuguese: LanguagePack = {
  code: 'pt',
  clitics: false,
  capitals: true,
  titleCase: false,
  portfolioFirst: false,
  sentences: sentenceRules,
  dates: dateLexicon,
  names: portugueseNames,
  roles: portugueseRoles,
  triggers: portugueseTriggers,
  status: portugueseStatus,
  topics,
  outcomes,
  attribution,
  formats,
  pageWords,
  agencies,
  gazetteer,
  moderation: moderationWords,
};
