import type { RecordContext } from '../../context.ts';
import { type Entity, learn } from './entity.ts';
import type { PersonMention } from './mentions.ts';

/**
 * A name without an office becomes the office holder that the text speaks of: "Jean Petit … Le ministre français …" when
 * the office stands alone after the name, and the second of a pair when the text says "the two ministers".
 */
export function promoteByContext(
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
    // "A was received by B, with whom he spoke of the visit of the president of C": B is not the president.
    if (known.mentions.some((other) => other.sentence === place.sentence && !isFirst(mentions, other))) continue;
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
