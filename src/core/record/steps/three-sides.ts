import type { Basis, MeetingStatus, MeetingType } from '../../model/record.ts';
import type { RecordContext } from '../context.ts';
import type { Entity } from './people/entity.ts';
import type { SidedCandidate } from './sides.ts';
import type { WhenReading } from './when.ts';

/** What is known of a meeting before it is ranked. */
interface Draft {
  readonly type: MeetingType;
  readonly status: MeetingStatus;
  readonly background: boolean;
  readonly parts: SidedCandidate[];
  readonly actors: Entity[];
  readonly delegation: Entity[];
  readonly bases: Map<string, Basis>;
  when: WhenReading | undefined;
  headlineOnly: boolean;
}

/** Sides of a meeting that the text calls three-sided. */
const SIDES = 3;

/**
 * "A was the guest of B, where he met C … the trilateral meeting": two pairs of three countries, of which one stands in
 * both, are one meeting where the text says so. Their days must not differ.
 */
export function joinThreeSides<T extends Draft>(context: RecordContext, drafts: T[]): T[] {
  if (!context.sentences.some(({ words }) => words.some((word) => word.value === 'three-sided'))) return drafts;
  const told = drafts.filter(({ status, background, type }) => status === 'held' && !background && type === 'meeting');
  const countries = new Set(told.flatMap((draft) => [...draft.bases.keys()]));
  const [first, ...others] = told;
  if (first === undefined || others.length === 0 || countries.size !== SIDES) return drafts;
  const day = told.find((draft) => draft.when?.when.edtf !== undefined)?.when;
  const apart = told.some(({ when }) => when?.when.edtf !== undefined && when.when.edtf !== day?.when.edtf);
  if (apart) return drafts;
  first.when ??= day;
  for (const draft of others) {
    first.parts.push(...draft.parts);
    first.headlineOnly &&= draft.headlineOnly;
    for (const [code, basis] of draft.bases) if (!first.bases.has(code)) first.bases.set(code, basis);
    for (const actor of draft.actors) if (!first.actors.includes(actor)) first.actors.push(actor);
    for (const entity of draft.delegation) if (!first.delegation.includes(entity)) first.delegation.push(entity);
  }
  return drafts.filter((draft) => !others.includes(draft));
}
