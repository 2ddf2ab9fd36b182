import type { RecordContext } from '../../context.ts';
import type { PersonRegister } from '../../register.ts';
import type { Entity } from './entity.ts';
import { nameStart } from './names.ts';

/**
 * Gives people whose country the article leaves out the country under which the corpus knows them in that office. Only
 * when every known holder of the name and office is of one country; what the text says itself always goes first.
 */
export function applyRegister(context: RecordContext, entities: readonly Entity[], register: PersonRegister): void {
  const { tokens, text } = context.document;
  for (const entity of entities) {
    const name = entity.nameMention?.name;
    if (entity.country !== undefined || entity.rank !== 'state' || name === undefined) continue;
    const surface = text.slice(nameStart(tokens, name), tokens[name.lastToken - 1]?.end ?? 0);
    const countries = new Set(register.find(surface, entity.roleCode).map((holder) => holder.country));
    const [country] = countries;
    if (country === undefined || countries.size > 1) continue;
    entity.country = country;
    entity.countryBasis = 'register';
  }
}
