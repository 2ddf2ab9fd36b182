import type { RecordContext } from '../../context.ts';
import { resolveCounterparts } from './counterparts.ts';
import { type Entity, learn, newEntity, precedes, wordsOf } from './entity.ts';
import type { PersonMention } from './mentions.ts';
import { isTitleCase } from './names.ts';
import { nameOfficeOfGuest } from './office-of-guest.ts';
import { promoteByContext } from './promotions.ts';
import type { RolePhrase } from './roles.ts';
import { isRulersFirstName, sameHead, sameName, sameOffice } from './same-person.ts';

export interface People {
  readonly entities: readonly Entity[];
  readonly mentions: readonly PersonMention[];
  entityOf(mention: PersonMention): Entity | undefined;
}

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
  const order = [...named].sort(
    (a, b) =>
      headlineRank(context, a) - headlineRank(context, b) || wordsOf(context, b).length - wordsOf(context, a).length,
  );
  for (const mention of order) {
    const words = wordsOf(context, mention);
    const tagged = context.sentences[mention.sentence];
    if (tagged === undefined) continue;
    const capitals =
      tagged.sentence.block === 'headline' &&
      tagged.lexicon.pack.titleCase &&
      isTitleCase(tagged, context.document.tokens);
    const known = findByName(entities, words, mention) ?? (capitals ? findByPrefix(entities, words) : undefined);
    // One word is a name only with a title or a role beside it; Arabic has no capitals to show even that.
    const enough = tagged.lexicon.pack.capitals
      ? words.length > 1 || mention.titled || mention.roles.length > 0
      : (words.length > 1 && tagged.sentence.block !== 'headline') || mention.titled;
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
    const headline = headlineRank(context, mention) === 1;
    const known = findByRole(context, entities, mentions, mention, headline);
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
    // "ils ont vu X et leurs homologues": those of the subject.
    const possessive = context.document.tokens[mention.firstToken - 1]?.folded ?? '';
    if (mention.roles[0]?.plural === true && tagged?.lexicon.theirs.has(possessive) === true) return true;
    for (let i = mention.firstToken - 1; i >= mention.firstToken - 4 && tagged !== undefined; i--) {
      if (i >= tagged.sentence.firstToken && tagged.lexicon.pronouns.has(context.document.tokens[i]?.folded ?? ''))
        return true;
    }
    return false;
  };
  resolveCounterparts(mentions, owner, entities, add, pronounBefore);
  nameOfficeOfGuest(context, mentions, owner);
  promoteByContext(context, mentions, entities, owner);
  return { entities, mentions, entityOf: (mention) => owner.get(mention) };
}

function headlineRank(context: RecordContext, mention: PersonMention): number {
  return context.sentences[mention.sentence]?.sentence.block === 'headline' ? 1 : 0;
}

function findByName(entities: readonly Entity[], words: readonly string[], mention: PersonMention): Entity | undefined {
  if (words.length === 0) return undefined;
  let best: Entity | undefined;
  for (const entity of entities) {
    const same = sameName(entity.name, words) || isRulersFirstName(entity, words, mention);
    if (entity.name.length === 0 || !(same || isSameHolder(entity, words, mention))) continue;
    if (clashingRoles(entity, mention, words)) continue;
    if (best === undefined || entity.mentions.length > best.mentions.length) best = entity;
  }
  return best ?? byFirstWord(entities, words, mention);
}

/** "Juan Soto" and "Juan Carlos Soto Rivera", both president of one country: the first name and one more are the same. */
function isSameHolder(entity: Entity, words: readonly string[], mention: PersonMention): boolean {
  if (words.length < 2 || entity.name.length < 2 || entity.name[0] !== words[0]) return false;
  if (mention.country === undefined || mention.country !== entity.country) return false;
  const office = mention.roles.some(({ code, counterpart }) => counterpart || sameOffice(code, entity.roleCode));
  return (
    office &&
    words
      .slice(1)
      .some((word) => word.length > 2 && entity.name.slice(1).includes(word) && word !== 'bin' && word !== 'بن')
  );
}

/** "Cho" of "Cho Tae-yul", "Bilawal": the first word alone, where one person only begins with it. */
function byFirstWord(
  entities: readonly Entity[],
  words: readonly string[],
  mention: PersonMention,
): Entity | undefined {
  const [word] = words;
  if (words.length !== 1 || word === undefined || word.length < 2 || (mention.titled && word.length < 3))
    return undefined;
  const named = entities.filter((entity) => entity.name.length > 1 && entity.name[0] === word);
  const [only] = named;
  return named.length === 1 && only !== undefined && !clashingRoles(only, mention, words) ? only : undefined;
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

/** "the head of German diplomacy, minister Jane Doe": an office and, behind a comma, its holder. */
function inApposition(context: RecordContext, office: PersonMention, holder: PersonMention): boolean {
  const between = context.document.tokens.slice(office.lastToken, holder.firstToken);
  return holder.firstToken > office.firstToken && between.length <= 2 && /^[,،]$/.test(between[0]?.folded ?? '');
}

/** The person already met who holds this office: same country when one is said, the last one met otherwise. */
function findByRole(
  context: RecordContext,
  entities: readonly Entity[],
  mentions: readonly PersonMention[],
  mention: PersonMention,
  headline: boolean,
): Entity | undefined {
  const [role] = mention.roles;
  if (role === undefined) return undefined;
  const fits = entities.filter((entity) => entity.rank !== 'none' && holds(entity, role.code, sameOffice));
  // Two who are named in one sentence are two: there and wherever the same office and country are said again.
  const places = [mention, ...mentions.filter((other) => isSameOfficeOf(other, role, mention.country))];
  const apart = (entity: Entity): boolean =>
    entity.mentions.some((other) =>
      places.some((place) =>
        place === mention
          ? other.sentence === mention.sentence && other.firstToken < mention.firstToken
          : other !== place &&
            other.sentence === place.sentence &&
            other.name !== undefined &&
            place.name === undefined &&
            !inApposition(context, place, other),
      ),
    );
  if (mention.country !== undefined) {
    const same = fits.find((entity) => entity.country === mention.country);
    if (same !== undefined) return same;
    // A secretary of state is a minister only where the country says so.
    const open = fits.filter(
      (entity) =>
        entity.country === undefined && entity.name.length > 0 && !apart(entity) && holds(entity, role.code, sameHead),
    );
    const [only] = open;
    if (only === undefined || open.length > 1) return undefined;
    // "The minister received his Peruvian counterpart, X": the Peruvian minister is X.
    const counterparts = mentions.filter(
      (other) =>
        other.country === mention.country &&
        other.roles.some((item) => item.counterpart) &&
        only.mentions.some((own) => own.sentence === other.sentence),
    );
    if (counterparts.length === 0) return only;
    return entities.find((entity) => counterparts.some((other) => entity.mentions.includes(other)));
  }
  const before = fits.filter(
    (entity) => holds(entity, role.code, sameHead) && entity.mentions.some((other) => precedes(other, mention)),
  );
  // The headline speaks of the office holder that the text names first.
  if (headline && before.length === 0) return firstNamed(fits);
  if (before.length === 1) return before[0];
  return before.length > 1
    ? (before.find((entity) => entity.country === undefined) ?? latest(before, mention))
    : undefined;
}

/** "Prime Minister and Minister of Foreign Affairs X": every office that stands beside the name is X's. */
function holds(entity: Entity, code: string, same: (a: string, b: string) => boolean): boolean {
  if (same(entity.roleCode, code)) return true;
  return entity.mentions.some(
    ({ name, roles }) =>
      name !== undefined && roles.length > 1 && roles.some((role) => !role.counterpart && same(role.code, code)),
  );
}

function isSameOfficeOf(other: PersonMention, role: RolePhrase, country: string | undefined): boolean {
  const [first] = other.roles;
  return country !== undefined && other.country === country && first !== undefined && sameOffice(first.code, role.code);
}

function firstNamed(entities: readonly Entity[]): Entity | undefined {
  let best: Entity | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      if (entity.name.length > 0 && mention.firstToken < at) {
        at = mention.firstToken;
        best = entity;
      }
    }
  }
  return best;
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
