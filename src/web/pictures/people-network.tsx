import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { OnlyNewest } from '../views/only-newest.tsx';
import { type PeopleById, personName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';

const width = 760;
const rowHeight = 26;
const head = 26;
/** Names end here from either edge; lines run between. */
const nameWidth = 250;
/** People of a side that are drawn: those who met most often. */
const mostPeople = 12;

interface Tie {
  readonly a: string;
  readonly b: string;
  readonly meetings: number;
}

/** Who of one country met whom of the other, and how often. */
export function tiesOf(
  meetings: readonly Meeting[],
  pair: readonly [string, string],
  people: PeopleById,
): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const meeting of meetings) {
    if (meeting.status !== 'held') continue;
    const of = (country: string) =>
      new Set(
        meeting.sides
          .filter((side) => side.country === country)
          .flatMap(({ participants }) => participants)
          .flatMap(({ personId, capacity }) =>
            personId !== undefined && capacity !== 'delegation' && people.has(personId) ? [personId] : [],
          ),
      );
    const others = of(pair[1]);
    for (const a of of(pair[0])) {
      for (const b of others) {
        const key = `${a} ${b}`;
        ties.set(key, { a, b, meetings: (ties.get(key)?.meetings ?? 0) + 1 });
      }
    }
  }
  return [...ties.values()].sort((one, other) => other.meetings - one.meetings || (one.a < other.a ? -1 : 1));
}

/** The people of a pair face to face: a line for two who met, its width the number of meetings. */
export function PeopleNetwork(props: {
  meetings: readonly Meeting[];
  pair: readonly [string, string];
  people: PeopleById;
  tr: Translator;
}): JSX.Element | null {
  const { pair, people, tr } = props;
  const ties = tiesOf(props.meetings, pair, people);
  const left = topPeople(ties.map(({ a, meetings }) => ({ id: a, meetings })));
  const right = topPeople(ties.map(({ b, meetings }) => ({ id: b, meetings })));
  // Two people are a sentence, not a picture.
  if (left.length + right.length < 3) return null;
  const shown = ties.filter(({ a, b }) => left.includes(a) && right.includes(b));
  const most = Math.max(...shown.map(({ meetings }) => meetings));
  const rows = Math.max(left.length, right.length);
  const height = head + rows * rowHeight + 6;
  const mirror = (x: number) => (tr.direction === 'rtl' ? width - x : x);
  const y = (column: readonly string[], id: string) =>
    head + (column.indexOf(id) + 0.5 + (rows - column.length) / 2) * rowHeight;
  const name = (id: string) => {
    const person = people.get(id);
    return person === undefined ? '' : personName(person, tr);
  };
  const columns = [
    { ids: left, x: mirror(nameWidth), anchor: 'end', country: pair[0] },
    { ids: right, x: mirror(width - nameWidth), anchor: 'start', country: pair[1] },
  ] as const;
  return (
    <div class="network-section">
      <h2>{tr.t('network.title')}</h2>
      <OnlyNewest meetings={props.meetings} tr={tr} />
      <section class="picture-frame" aria-label={tr.t('network.title')} tabindex={0}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links is a group, not a set of form fields */}
        <svg class="network" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={tr.t('network.label')}>
          {shown.map((tie) => {
            const [from, to] = [y(left, tie.a), y(right, tie.b)];
            const [x1, x2] = [mirror(nameWidth + 10), mirror(width - nameWidth - 10)];
            const middle = (x1 + x2) / 2;
            return (
              <path
                class="tie"
                d={`M${x1} ${from}C${middle} ${from} ${middle} ${to} ${x2} ${to}`}
                stroke-width={Math.round((1.2 + 5 * (tie.meetings / most)) * 10) / 10}
              />
            );
          })}
          {columns.map(({ ids, x, anchor, country }) => (
            <g>
              <text class="country" x={x} y={14} text-anchor={anchor}>
                {countryText(country, tr)}
              </text>
              {ids.map((id) => (
                <a href={`/people/${encodeURIComponent(people.get(id)?.slug ?? id)}`}>
                  <text x={x} y={y(ids, id) + 4.5} text-anchor={anchor}>
                    {clip(name(id))}
                  </text>
                </a>
              ))}
            </g>
          ))}
        </svg>
      </section>
      <details class="behind">
        <summary>{tr.t('network.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{countryText(pair[0], tr)}</th>
              <th scope="col">{countryText(pair[1], tr)}</th>
              <th scope="col" class="figure">
                {tr.t('map.meetings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ties.map((tie) => (
              <tr>
                <td>
                  <bdi>{name(tie.a)}</bdi>
                </td>
                <td>
                  <bdi>{name(tie.b)}</bdi>
                </td>
                <td class="num figure">{tie.meetings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function topPeople(counts: readonly { readonly id: string; readonly meetings: number }[]): string[] {
  const totals = new Map<string, number>();
  for (const { id, meetings } of counts) totals.set(id, (totals.get(id) ?? 0) + meetings);
  return [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostPeople)
    .map(([id]) => id);
}

function clip(text: string): string {
  return text.length > 32 ? `${text.slice(0, 31)}…` : text;
}
