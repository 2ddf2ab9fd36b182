import type { RoleHead } from '../../../languages/language-pack.ts';
import type { Basis } from '../../../model/record.ts';
import type { RecordContext } from '../../context.ts';
import type { PersonMention } from './mentions.ts';
import { isTitleCase } from './names.ts';

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
  readonly mentions: PersonMention[];
}

export interface People {
  readonly entities: readonly Entity[];
  readonly mentions: readonly PersonMention[];
  entityOf(mention: PersonMention): Entity | undefined;
}

const MONARCHS: ReadonlySet<string> = new Set(['king', 'queen', 'emir', 'sultan', 'grand_duke', 'crown_prince']);

/** Joins mentions into people: full names first, then surnames, then roles without names, then counterparts. */
export function resolvePeople(context: RecordContext, mentions: readonly PersonMention[]): People {
  const entities: Entity[] = [];
  const owner = new Map<PersonMention, Entity>();
  const add = (mention: PersonMention, entity: Entity): void => {
    owner.set(mention, entity);
    entity.mentions.push(mention);
    learn(entity, mention, context);
  };
  const named = mentions.filter((mention) => mention.name !== undefined);
  // The body writes full names; a headline in capitals only confirms them.
  const order = [...named].sort((a, b) => wordsOf(context, b).length - wordsOf(context, a).length);
  for (const mention of order) {
    const words = wordsOf(context, mention);
    const tagged = context.sentences[mention.sentence];
    if (tagged === undefined) continue;
    const capitals = tagged.sentence.block === 'headline' && isTitleCase(tagged, context.document.tokens);
    const known = findByName(entities, words, mention) ?? (capitals ? findByPrefix(entities, words) : undefined);
    // One word is a name only with a title or a role beside it; Arabic has no capitals to show even that.
    const enough = tagged.lexicon.pack.capitals
      ? words.length > 1 || mention.titled || mention.roles.length > 0
      : words.length > 1 || mention.titled;
    if (known !== undefined) add(mention, known);
    else if (enough && !capitals) {
      const entity = newEntity(entities.length);
      entities.push(entity);
      add(mention, entity);
    }
  }
  for (const mention of mentions) {
    if (owner.has(mention) || mention.roles.length === 0) continue;
    if (mention.roles[0]?.counterpart === true || mention.roles[0]?.plural === true) continue;
    const known = findByRole(entities, mention);
    if (known !== undefined) add(mention, known);
    else if (mention.roles[0]?.bare !== true) {
      const entity = newEntity(entities.length);
      entities.push(entity);
      add(mention, entity);
      // A name that was not accepted (capitals of a headline, one Arabic word) is not learnt by the way.
      entity.name = [];
      entity.nameMention = undefined;
    }
  }
  const pronounBefore = (mention: PersonMention): boolean => {
    const tagged = context.sentences[mention.sentence];
    for (let i = mention.firstToken - 1; i >= mention.firstToken - 4 && tagged !== undefined; i--) {
      if (i >= tagged.sentence.firstToken && tagged.lexicon.pronouns.has(context.document.tokens[i]?.folded ?? ''))
        return true;
    }
    return false;
  };
  resolveCounterparts(mentions, owner, entities, add, pronounBefore);
  promoteByContext(context, mentions, entities, owner);
  return { entities, mentions, entityOf: (mention) => owner.get(mention) };
}

function newEntity(id: number): Entity {
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
    mentions: [],
  };
}

/** Takes over what a mention says about the person. */
function learn(entity: Entity, mention: PersonMention, context: RecordContext): void {
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
    if (token?.kind === 'word') words.push(token.folded);
  }
  return words;
}

function findByName(entities: readonly Entity[], words: readonly string[], mention: PersonMention): Entity | undefined {
  if (words.length === 0) return undefined;
  let best: Entity | undefined;
  for (const entity of entities) {
    if (entity.name.length === 0 || !(sameName(entity.name, words) || isRulersFirstName(entity, words, mention)))
      continue;
    if (clashingRoles(entity, mention, words)) continue;
    if (best === undefined || entity.mentions.length > best.mentions.length) best = entity;
  }
  return best;
}

/** "King Salman" is "Salman bin Abdulaziz": rulers go by their first name. */
function isRulersFirstName(entity: Entity, words: readonly string[], mention: PersonMention): boolean {
  const ruler = (code: string): boolean => MONARCHS.has(code.split(':')[0] ?? '');
  if (words.length !== 1 || entity.name.length < 2) return false;
  return entity.name[0] === words[0] && mention.roles.some((role) => ruler(role.code)) && ruler(entity.roleCode);
}

/** A headline in capitals runs on after the name: "Carter Meets". */
function findByPrefix(entities: readonly Entity[], words: readonly string[]): Entity | undefined {
  for (let length = words.length - 1; length > 0; length--) {
    const prefix = words.slice(0, length);
    const found = entities.find((entity) => entity.name.length > 0 && sameName(entity.name, prefix));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The short name is the end of the long one, or its beginning when more than one word (or a ruler's first name). */
function sameName(long: readonly string[], short: readonly string[]): boolean {
  if (short.length > long.length) return sameName(short, long);
  const end = long.slice(long.length - short.length);
  // The end of "Mohammed bin Salman" alone is his father.
  const before = long[long.length - short.length - 1];
  if (before !== undefined && PATRONYMIC.has(before)) return short.length > 1 && close(short[0] ?? '', long[0] ?? '');
  if (end.every((word, i) => close(word, short[i] ?? ''))) return true;
  if (short.length > 1 || long.length === short.length + 1) {
    if (short.every((word, i) => close(word, long[i] ?? '')) && (short.length > 1 || isRegnal(long))) return true;
  }
  // "Michael R. Pompeo" and "Michael Pompeo"; "Tamim bin Hamad" and "Tamim bin Hamad Al Thani".
  if (short.length < 2) return false;
  return close(short[0] ?? '', long[0] ?? '') && close(short.at(-1) ?? '', long.at(-1) ?? '');
}

const PATRONYMIC: ReadonlySet<string> = new Set(['bin', 'ibn', 'bint', 'بن', 'ابن', 'بنت']);

function isRegnal(name: readonly string[]): boolean {
  return /^[ivx]+$/.test(name.at(-1) ?? '');
}

/** Equal, or one letter apart in a long word: misspelt names are common, short words are not compared loosely. */
function close(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function clashingRoles(entity: Entity, mention: PersonMention, words: readonly string[]): boolean {
  // One word is weak: "King Salman" is not the minister "Mohammed bin Salman".
  const role = mention.roles.find((item) => !item.counterpart && !item.bare);
  if (words.length === 1 && role !== undefined && entity.roleMention !== undefined && entity.roleCode !== '') {
    const codes = entity.mentions.flatMap((other) => other.roles.map((item) => item.code));
    if (!codes.some((code) => sameOffice(code, role.code))) return true;
  }
  return (
    mention.country !== undefined &&
    entity.country !== undefined &&
    mention.country !== entity.country &&
    mention.roles.some((role) => !role.counterpart)
  );
}

/** Crown princes receive and travel as rulers do, but are other people than the king. */
export function isMonarch(roleCode: string): boolean {
  return MONARCHS.has(roleCode.split(':')[0] ?? '') && roleCode !== 'crown_prince';
}

/** True when two role codes can belong to one office holder. */
export function sameOffice(a: string, b: string): boolean {
  if (a === b) return true;
  const [headA = '', portfolioA] = a.split(':');
  const [headB = '', portfolioB] = b.split(':');
  if (headA === 'head_of_state' || headB === 'head_of_state') {
    const other = headA === 'head_of_state' ? headB : headA;
    return other === 'president' || other === 'crown_prince' || isMonarch(other);
  }
  if (headA === 'minister' && headB === 'minister') return portfolioA === undefined || portfolioB === undefined;
  const ministerial = new Set([headA, headB]);
  if (ministerial.has('secretary_of_state') && ministerial.has('minister')) {
    return portfolioA === portfolioB || portfolioA === undefined || portfolioB === undefined;
  }
  return false;
}

/** The person already met who holds this office: same country when one is said, the last one met otherwise. */
function findByRole(entities: readonly Entity[], mention: PersonMention): Entity | undefined {
  const [role] = mention.roles;
  if (role === undefined) return undefined;
  const fits = entities.filter((entity) => entity.rank !== 'none' && sameOffice(entity.roleCode, role.code));
  const apart = (entity: Entity): boolean =>
    entity.mentions.some((other) => other.sentence === mention.sentence && other.firstToken < mention.firstToken);
  if (mention.country !== undefined) {
    const same = fits.find((entity) => entity.country === mention.country);
    if (same !== undefined) return same;
    const open = fits.filter((entity) => entity.country === undefined && entity.name.length > 0 && !apart(entity));
    return open.length === 1 ? open[0] : undefined;
  }
  const before = fits.filter((entity) => entity.mentions.some((other) => precedes(other, mention)));
  if (before.length === 1) return before[0];
  return before.length > 1
    ? (before.find((entity) => entity.country === undefined) ?? latest(before, mention))
    : undefined;
}

function latest(entities: readonly Entity[], mention: PersonMention): Entity | undefined {
  let best: Entity | undefined;
  let at = -1;
  for (const entity of entities) {
    for (const other of entity.mentions) {
      if (precedes(other, mention) && other.firstToken > at) {
        at = other.firstToken;
        best = entity;
      }
    }
  }
  return best;
}

export function precedes(a: PersonMention, b: PersonMention): boolean {
  return a.firstToken < b.firstToken;
}

/**
 * A name without an office becomes the office holder that the text speaks of: "Jean Petit … Le ministre français …" when
 * the office stands alone after the name, and the second of a pair when the text says "the two ministers".
 */
function promoteByContext(
  context: RecordContext,
  mentions: readonly PersonMention[],
  entities: Entity[],
  owner: Map<PersonMention, Entity>,
): void {
  for (const entity of entities) {
    if (entity.name.length > 0 || entity.roleMention === undefined || entity.rank !== 'state') continue;
    const place = entity.roleMention;
    const before = mentions.filter((other) => {
      const named = owner.get(other);
      if (named === undefined || named.rank !== 'none' || named.name.length === 0) return false;
      if (other.firstToken >= place.firstToken || place.sentence - other.sentence > 2) return false;
      // In one sentence the name must open it: "X will not come: the Secretary of State called off his trip".
      return other.sentence !== place.sentence || isFirst(mentions, other);
    });
    const [first] = before;
    const known = first === undefined ? undefined : owner.get(first);
    if (known === undefined || before.some((other) => owner.get(other) !== known)) continue;
    if (known.country !== undefined && entity.country !== undefined && known.country !== entity.country) continue;
    if (known.mentions.length < 2) continue;
    for (const mention of [...entity.mentions]) {
      owner.set(mention, known);
      known.mentions.push(mention);
      learn(known, mention, context);
    }
    entity.mentions.length = 0;
    entity.rank = 'out';
  }
  const plural = mentions.find((mention) => mention.roles[0]?.plural === true && mention.roles[0].rank === 'state');
  const anaphor = context.sentences.some((tagged) =>
    [...tagged.anaphors.values()].some((match) => match.value.refers === 'pair'),
  );
  const unnamed = entities.filter((entity) => entity.counterpartOf !== undefined && entity.name.length === 0);
  if (plural === undefined && !anaphor && unnamed.length === 0) return;
  // The two people most often named together, one of them perhaps without a word about the office.
  const lone = entities.filter((entity) => entity.rank === 'none' && entity.name.length > 1);
  const holders = entities.filter((entity) => entity.rank === 'state' && entity.name.length > 0);
  for (const entity of lone) {
    const partner =
      lone.find((other) => apart(entity, other) && beside(entity, other, FAR)) ??
      holders.find((other) => beside(entity, other, NEAR)) ??
      (holders.length === 0 ? lone.find((other) => other !== entity && beside(entity, other, NEAR)) : undefined);
    if (partner === undefined) continue;
    const code = partner.roleCode !== '' ? partner.roleCode : (plural?.roles[0]?.code ?? 'official');
    entity.rank = 'state';
    entity.roleCode = code;
    if (partner.rank === 'none') {
      partner.rank = 'state';
      partner.roleCode = code;
    }
  }
}

function isFirst(mentions: readonly PersonMention[], mention: PersonMention): boolean {
  return !mentions.some((other) => other.sentence === mention.sentence && other.firstToken < mention.firstToken);
}

/** Tokens between two names of a pair; more when each is followed by its country. */
const NEAR = 3;
const FAR = 6;

function apart(a: Entity, b: Entity): boolean {
  return a !== b && a.country !== undefined && b.country !== undefined && a.country !== b.country;
}

/** Named in one sentence, at most a few words apart: "A and B", "between A and B". */
function beside(a: Entity, b: Entity, reach: number): boolean {
  return a.mentions.some((left) =>
    b.mentions.some((right) => {
      if (left.sentence !== right.sentence) return false;
      const gap =
        left.firstToken < right.firstToken ? right.firstToken - left.lastToken : left.firstToken - right.lastToken;
      return gap >= 0 && gap <= reach;
    }),
  );
}

/** "son homologue espagnol": its adjective is its side, the antecedent gives the role and is the other side. */
function resolveCounterparts(
  mentions: readonly PersonMention[],
  owner: Map<PersonMention, Entity>,
  entities: Entity[],
  add: (mention: PersonMention, entity: Entity) => void,
  pronounBefore: (mention: PersonMention) => boolean,
): void {
  for (const mention of mentions) {
    if (!mention.roles.some((role) => role.counterpart)) continue;
    // "his counterparts" without countries are nobody in particular.
    if (mention.name === undefined && mention.roles[0]?.plural === true && mention.country === undefined) continue;
    const own = owner.get(mention);
    const antecedent = findAntecedent(mentions, owner, mention, own, pronounBefore);
    let entity = own;
    if (entity === undefined) {
      entity = entities.find(
        (other) =>
          other !== antecedent &&
          other.rank === 'state' &&
          mention.country !== undefined &&
          other.country === mention.country &&
          antecedent !== undefined &&
          sameOffice(other.roleCode, antecedent.roleCode),
      );
      if (entity === undefined) {
        entity = entities.find(
          (other) =>
            other !== antecedent &&
            antecedent !== undefined &&
            other.counterpartOf === antecedent &&
            (mention.country === undefined || other.country === undefined || other.country === mention.country),
        );
      }
      if (entity === undefined) {
        entity = newEntity(entities.length);
        entities.push(entity);
      }
      add(mention, entity);
    }
    if (antecedent !== undefined && antecedent !== entity) {
      entity.counterpartOf = antecedent;
      if (entity.roleMention === undefined) {
        entity.roleCode = antecedent.roleCode;
        entity.rank = antecedent.rank === 'none' ? 'state' : antecedent.rank;
        entity.roleMention = mention;
      }
      // "Attaf, his counterpart": a name alone becomes an office holder by this word.
      if (antecedent.rank === 'none') antecedent.rank = entity.rank;
      if (antecedent.roleCode === '') antecedent.roleCode = entity.roleCode;
    } else if (entity.rank === 'none') entity.rank = 'state';
  }
}

/** The person before the counterpart phrase in its sentence, else the next one in it, else the last state role before. */
function findAntecedent(
  mentions: readonly PersonMention[],
  owner: Map<PersonMention, Entity>,
  mention: PersonMention,
  own: Entity | undefined,
  pronounBefore: (mention: PersonMention) => boolean,
): Entity | undefined {
  const possible = (other: PersonMention): Entity | undefined => {
    const entity = owner.get(other);
    if (entity === undefined || entity === own || other === mention) return undefined;
    if (mention.country !== undefined && entity.country === mention.country) return undefined;
    return entity.rank !== 'none' || entity.name.length > 0 ? entity : undefined;
  };
  let fallback: Entity | undefined;
  const said = pronounBefore(mention);
  if (said) {
    const first = mentions.find(
      (other) =>
        other.sentence === mention.sentence &&
        other.firstToken < mention.firstToken &&
        possible(other)?.rank === 'state',
    );
    if (first !== undefined) return owner.get(first);
  }
  for (let i = mentions.length - 1; i >= 0; i--) {
    const other = mentions[i];
    if (other === undefined || other.firstToken >= mention.firstToken || other.sentence !== mention.sentence) continue;
    const entity = possible(other);
    // Whatever the antecedent is, the counterpart is too: a coach's counterpart is a coach.
    if (entity !== undefined && entity.rank !== 'none') return entity;
    fallback ??= entity;
  }
  const after = mentions.find(
    (other) =>
      other.sentence === mention.sentence && other.firstToken > mention.firstToken && possible(other)?.rank === 'state',
  );
  if (after !== undefined) return owner.get(after);
  if (fallback !== undefined) return fallback;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const other = mentions[i];
    if (other === undefined || other.firstToken >= mention.firstToken) continue;
    const entity = possible(other);
    if (entity?.rank === 'state') return entity;
  }
  return undefined;
}
