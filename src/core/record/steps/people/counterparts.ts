import { type Entity, newEntity } from './entity.ts';
import type { PersonMention } from './mentions.ts';
import { sameOffice } from './same-person.ts';

/** "son homologue espagnol": its adjective is its side, the antecedent gives the role and is the other side. */
export function resolveCounterparts(
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
      if (mention.country !== undefined) antecedent.opposite.add(mention.country);
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
