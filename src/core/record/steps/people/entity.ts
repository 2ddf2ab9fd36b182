import type { RoleHead } from '../../../languages/language-pack.ts';
import type { Basis } from '../../../model/record.ts';
import type { RecordContext } from '../../context.ts';
import type { PersonMention } from './mentions.ts';
import { sameName } from './same-person.ts';

/** One person of the article: all mentions that name the same one. */
export interface Entity {
  readonly id: number;
  /** Folded words of the fullest name; empty for a person known only by role. */
  name: readonly string[];
  /** Mention that carries the fullest name. */
  nameMention: PersonMention | undefined;
  roleCode: string;
  roleMention: PersonMention | undefined;
  rank: RoleHead['rank'] | 'none';
  country: string | undefined;
  countryBasis: Basis | undefined;
  countryMention: PersonMention | undefined;
  acting: boolean;
  former: boolean;
  /** The person is called somebody's counterpart: the other side of this entity. */
  counterpartOf: Entity | undefined;
  /** Countries of this person's counterparts: never the person's own. */
  readonly opposite: Set<string>;
  readonly mentions: PersonMention[];
}

export function newEntity(id: number): Entity {
  return {
    id,
    name: [],
    nameMention: undefined,
    roleCode: '',
    roleMention: undefined,
    rank: 'none',
    country: undefined,
    countryBasis: undefined,
    countryMention: undefined,
    acting: false,
    former: false,
    counterpartOf: undefined,
    opposite: new Set(),
    mentions: [],
  };
}

/** Takes over what a mention says about the person. */
export function learn(entity: Entity, mention: PersonMention, context: RecordContext): void {
  const words = wordsOf(context, mention);
  const headline = context.sentences[mention.sentence]?.sentence.block === 'headline';
  if (words.length > entity.name.length && !(headline && entity.name.length > 0) && sameStart(entity, words)) {
    entity.name = words;
    entity.nameMention = mention;
  }
  for (const role of mention.roles) {
    if (role.counterpart) continue;
    if (
      entity.roleMention === undefined ||
      ((entity.roleCode === 'minister' || entity.roleCode === 'head_of_state') && !role.bare) ||
      weight(role.rank) > weight(entity.rank)
    ) {
      entity.roleCode = role.code;
      entity.rank = role.rank;
      entity.roleMention = mention;
    }
    // "Spokesman Ambassador X": who speaks for others meets nobody.
    if (role.code === 'spokesperson' && entity.rank !== 'state') entity.rank = 'out';
    if (role.acting) entity.acting = true;
    if (role.former) entity.former = true;
  }
  if (mention.country !== undefined && entity.country === undefined) {
    entity.country = mention.country;
    entity.countryBasis = mention.roles.some((role) => role.counterpart) ? 'counterpart' : 'explicit';
    entity.countryMention = mention;
  }
}

/** A longer name must hold the known one: a role found by chance brings no new name. */
function sameStart(entity: Entity, words: readonly string[]): boolean {
  return entity.name.length === 0 ? entity.mentions.length <= 1 || words.length > 1 : sameName(entity.name, words);
}

function weight(rank: Entity['rank']): number {
  return rank === 'state' ? 3 : rank === 'ambassador' || rank === 'organisation' ? 2 : rank === 'official' ? 1 : 0;
}

/** Folded words of the mention's name without particles of one or two letters that spellings drop. */
export function wordsOf(context: RecordContext, mention: PersonMention): readonly string[] {
  if (mention.name === undefined) return [];
  const words: string[] = [];
  for (let i = mention.name.firstToken; i < mention.name.lastToken; i++) {
    const token = context.document.tokens[i];
    const glued = mention.name.glued === true && i === mention.name.firstToken;
    if (token?.kind === 'word') words.push(glued ? token.folded.slice(1) : token.folded);
  }
  return words;
}

export function precedes(a: PersonMention, b: PersonMention): boolean {
  return a.firstToken < b.firstToken;
}
