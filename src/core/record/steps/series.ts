import type { RecordContext } from '../context.ts';
import type { Entity } from './people/entity.ts';
import type { SidedCandidate } from './sides.ts';

/** Verbs by which one person meets several one after the other. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['talk', 'meet', 'receive', 'received-by', 'call', 'noun']);

/** So many of other countries, each named with the own office, are met one by one unless the text tells of a summit. */
const MANY = 3;

/**
 * "She met A of Egypt, B of Ghana and C of Kenya": a list behind the verb is as many meetings. Two are one meeting of
 * three sides unless the text says "separately" or "several of his counterparts".
 */
export function splitSeries(context: RecordContext, sided: SidedCandidate): SidedCandidate[] {
  const { candidate, actors } = sided;
  const { family, subjectAfter } = candidate.trigger.value;
  if (!ONE_BY_ONE.has(family) || candidate.pair !== undefined) return [sided];
  const [group = []] = candidate.groups;
  const subject = group.length > 0 ? group.filter((actor) => actors.includes(actor)) : [];
  const [first] = actors;
  const own = subject.length > 0 ? subject : subjectAfter === true && first !== undefined ? [first] : [];
  const home = new Set(own.map((actor) => actor.country));
  const others = actors.filter((actor) => !own.includes(actor) && !home.has(actor.country));
  const countries = new Set(others.map((actor) => actor.country));
  if (own.length === 0 || home.size !== 1 || countries.size < 2) return [sided];
  const told = tellsOfSeries(context, candidate.sentence);
  const many =
    countries.size >= MANY &&
    family !== 'receive' &&
    others.every((actor) => actor.name.length > 0 && ownMention(actor));
  if (!told && !many) return [sided];
  return [...countries].map((country) => {
    const met = others.filter((actor) => actor.country === country);
    const kept: Entity[] = [...own, ...met];
    const bases = new Map([...sided.bases].filter(([code]) => code === country || home.has(code)));
    return {
      candidate: { ...candidate, actors: kept, groups: [own, met] },
      countries: [...bases.keys()],
      bases,
      actors: kept,
    };
  });
}

/** Named alone, not as one of "the presidents of A, B and C". */
function ownMention(actor: Entity): boolean {
  return actor.mentions.some((mention) => mention.name !== undefined && mention.roles.every((role) => !role.plural));
}

/** The sentence or the one before says that they met separately; below a headline the first sentences say it. */
function tellsOfSeries(context: RecordContext, sentence: number): boolean {
  const headline = context.sentences[sentence]?.sentence.block === 'headline';
  for (let i = Math.max(0, sentence - 1); i <= (headline ? sentence + 2 : sentence); i++) {
    if (context.sentences[i]?.words.some((word) => word.value === 'series') === true) return true;
  }
  return false;
}
