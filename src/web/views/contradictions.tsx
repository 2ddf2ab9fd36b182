import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Contradiction, Meeting, When, Where } from '../../core/model/record.ts';
import type { ArticleRow, StoredClaim } from '../../store/store.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { QuotationsOf } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { factText } from '../wording/facts.ts';
import { whenText } from '../wording/meeting-sentence.ts';
import { countryText, placeText } from '../wording/places.ts';
import { Quotations } from './quotations.tsx';

/** Where sources differ: each value with who says it. Nothing is chosen silently. */
export function Contradictions(props: {
  meeting: Meeting;
  claims: readonly StoredClaim[];
  rows: readonly ArticleRow[];
  quotationsOf: QuotationsOf;
  tr: Translator;
}): JSX.Element | null {
  const { meeting, tr } = props;
  if (meeting.contradictions.length === 0) return null;
  const claimById = new Map(props.claims.map((claim) => [claim.id, claim]));
  const outletOf = new Map(props.rows.map((row) => [row.id, row.outletName]));
  return (
    <section class="contradictions" aria-labelledby="contradictions-title">
      <h2 id="contradictions-title">{tr.t('meeting.contradictions')}</h2>
      {meeting.contradictions.map((contradiction) => (
        <table>
          <caption>{fieldLabel(contradiction, tr)}</caption>
          <thead>
            <tr>
              <th scope="col">{tr.t('contradiction.value')}</th>
              <th scope="col">{tr.t('contradiction.said-by')}</th>
            </tr>
          </thead>
          <tbody>
            {contradiction.values.map(({ value, claimIds }, index) => {
              const claims = claimIds.flatMap((id) => claimById.get(id) ?? []);
              const outlets = [
                ...new Set(claims.map((claim) => outletOf.get(claim.articleId) ?? tr.t('article.unknown-outlet'))),
              ];
              // An editor's value stands first, and no report says it.
              const byEditor = index === 0 && claimIds.length === 0;
              const evidence = claims.flatMap(({ articleId, textVersion, spans }) =>
                spans.map((span) => ({ ...span, articleId, textVersion })),
              );
              return (
                <tr>
                  <td>
                    <bdi>{valueText(contradiction, value, tr)}</bdi>
                  </td>
                  <td>
                    {byEditor && tr.t('basis.editor')}
                    {outlets.map((outlet, position) => (
                      <>
                        {position > 0 && tr.t('list.comma')}
                        <bdi>{clipText(outlet, 80)}</bdi>
                      </>
                    ))}
                    <Quotations quotations={props.quotationsOf(evidence)} tr={tr} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function fieldLabel({ field }: Contradiction, tr: Translator): string {
  return tr.maybe(`field.${field}`) ?? field;
}

/** Values come as JSON in the shape of their field; what cannot be worded is shown as it is. */
function valueText({ field }: Contradiction, value: unknown, tr: Translator): string {
  if (value === null) return tr.t('contradiction.nothing');
  if (field === 'when' && isObject(value)) return whenText(value as unknown as When, tr);
  if (field === 'when' && typeof value === 'string') return dayText(value, tr) ?? value;
  if (field === 'where' && isObject(value)) {
    const { place, surface = place } = value;
    if (typeof surface === 'string') return placeText({ ...value, surface } as unknown as Where, tr);
  }
  if (field === 'side' && isObject(value) && typeof value['country'] === 'string')
    return countryText(value['country'], tr);
  // An office, a list of topics, as the history words them.
  if ((isObject(value) && 'roleCode' in value) || Array.isArray(value))
    return factText(field === 'topic' ? 'topics' : field, value, tr);
  if (typeof value === 'string') return tr.maybe(`${field}.${value}` as MessageKey) ?? clipText(value, 160);
  if (isObject(value)) {
    const words = ['text', 'value', 'name', 'full', 'roleText']
      .map((key) => value[key])
      .find((word) => typeof word === 'string');
    if (typeof words === 'string') return clipText(words, 200);
  }
  return clipText(JSON.stringify(value) ?? '', 160);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
