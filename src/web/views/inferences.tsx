import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Participant, RegisterInference } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import type { QuotationsOf } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { type PeopleById, personName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';
import { Quotations } from './quotations.tsx';

/** What the register concludes beside the reports: "probably …", on what ground, with the sentences of other reports. */
export function Inferences(props: {
  participant: Participant;
  sources: { readonly quotationsOf: QuotationsOf; readonly people: PeopleById; readonly tr: Translator };
}): JSX.Element | null {
  const { participant, sources } = props;
  const { inferred = [] } = participant;
  if (inferred.length === 0) return null;
  const { tr } = sources;
  return (
    <>
      {inferred.map((inference) => (
        <div class="support inference">
          <span class="certainty is-weak">
            {tr.t('inferred.probably')} <Value inference={inference} people={sources.people} tr={tr} />
            {tr.t('list.comma')}
            {tr.t(`inferred.${inference.field}`)}
          </span>
          <Quotations
            quotations={sources.quotationsOf(inference.evidence)}
            summary={tr.t('inferred.evidence', { count: inference.evidence.length })}
            tr={tr}
          />
        </div>
      ))}
    </>
  );
}

function Value(props: { inference: RegisterInference; people: PeopleById; tr: Translator }): JSX.Element {
  const { inference, people, tr } = props;
  const { field, value, personId } = inference;
  if (field === 'country') return <bdi>{countryText(value, tr)}</bdi>;
  if (field === 'post') return <bdi>{roleText({ roleCode: value, roleText: '' }, tr)}</bdi>;
  const person = personId === undefined ? undefined : people.get(personId);
  if (person === undefined) return <bdi>{clipText(value, 120)}</bdi>;
  return (
    <a class="name" href={`/people/${encodeURIComponent(person.slug)}`}>
      <bdi>{personName(person, tr)}</bdi>
    </a>
  );
}
