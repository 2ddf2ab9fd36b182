import type { ArchiveHead } from '../../schemas/archive-pages.ts';
import { renderDecision } from '../../schemas/decision.ts';
import { renderOutlet } from '../../schemas/outlet.ts';
import type { Decision } from '../../store/editing.ts';
import type { Store } from '../../store/store.ts';

/**
 * What an archive holds beside its pages, for another one. Decisions about people who were withdrawn stay here: their
 * pages do.
 */
export async function readArchiveHead(store: Store, software: string): Promise<ArchiveHead> {
  const withdrawn = new Set((await store.record.withdrawals()).map(({ personId }) => personId));
  const decisions = await store.decisions.list();
  const hidden = new Set(decisions.filter((one) => isAbout(one, withdrawn)).map(({ id }) => id));
  const outlets = (await store.outlets.list()).map(
    ({ id, slug, name, hosts, languages, homeCountry, publish, origin }) =>
      renderOutlet({
        id,
        slug,
        name,
        hosts,
        languages,
        publish,
        origin,
        ...(homeCountry === undefined ? {} : { homeCountry }),
      }),
  );
  return {
    schema: 'rapporteur.pages/1',
    kind: 'head',
    software,
    outlets,
    decisions: decisions
      .filter(({ id, action }) => !hidden.has(id) && !(action.kind === 'undo' && hidden.has(action.decisionId)))
      .map(({ undoneBy: _, problem: __, ...decision }) => renderDecision(decision)),
  };
}

function isAbout({ action }: Decision, people: ReadonlySet<string>): boolean {
  return ('personId' in action && people.has(action.personId)) || ('intoId' in action && people.has(action.intoId));
}
