import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CopyEdge, CopyReason } from '../../core/group/copy-graph.ts';
import type { ArticleRow } from '../../store/store.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { dayText } from '../wording/days.ts';

const width = 640;
const box = { width: 240, height: 40 };
const gap = 12;

interface Source {
  readonly key: string;
  readonly name: string;
  readonly row: ArticleRow | undefined;
  readonly copies: readonly { readonly row: ArticleRow; readonly said: boolean }[];
}

/** Sources on the side where reading begins, those who print their text on the other; the table behind it says the same. */
export function CopyGraph(props: {
  edges: readonly CopyEdge[];
  rows: readonly ArticleRow[];
  tr: Translator;
}): JSX.Element | null {
  const { edges, rows, tr } = props;
  const sources = sourcesOf(edges, rows, tr);
  if (sources.length === 0) return null;
  const step = box.height + gap;
  let line = 0;
  const groups = sources.map((source) => {
    const top = line * step;
    line += source.copies.length;
    return { source, top, middle: top + ((source.copies.length - 1) * step) / 2 };
  });
  const near = tr.direction === 'rtl' ? width - box.width - 1 : 1;
  const far = tr.direction === 'rtl' ? 1 : width - box.width - 1;
  const [from, to, tip] = tr.direction === 'rtl' ? [near, far + box.width + 8, 8] : [near + box.width, far - 8, -8];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links is a group, not a set of form fields
    <svg
      class="copy-graph"
      viewBox={`0 0 ${width} ${line * step - gap + 2}`}
      role="group"
      aria-label={tr.t('story.graph-label', { count: edges.length })}
    >
      {groups.map(({ source, top, middle }) => (
        <>
          {source.copies.map(({ said }, index) => {
            const y = top + index * step + box.height / 2 + 1;
            const start = middle + box.height / 2 + 1;
            const half = (from + to) / 2;
            return (
              <g class={said ? 'said' : 'concluded'}>
                <path d={`M${from} ${start}C${half} ${start} ${half} ${y} ${to} ${y}`} />
                <path class="tip" d={`M${to - tip} ${y}l${tip} -4v8z`} />
              </g>
            );
          })}
          <Box x={near} y={middle + 1} name={source.name} row={source.row} agency={source.row === undefined} tr={tr} />
          {source.copies.map(({ row }, index) => (
            <Box x={far} y={top + index * step + 1} name={outletOf(row, tr)} row={row} agency={false} tr={tr} />
          ))}
        </>
      ))}
    </svg>
  );
}

function Box(props: {
  x: number;
  y: number;
  name: string;
  row: ArticleRow | undefined;
  agency: boolean;
  tr: Translator;
}): JSX.Element {
  const { x, y, name, row, agency, tr } = props;
  const middle = x + box.width / 2;
  const day = row?.published === undefined ? undefined : dayText(row.published, tr, 'short');
  const drawn = (
    <g class={agency ? 'agency' : 'outlet'}>
      <rect x={x} y={y} width={box.width} height={box.height} rx="3" />
      <text x={middle} y={y + (day === undefined ? 25 : 17)} text-anchor="middle">
        {clipText(name, 30)}
      </text>
      {day !== undefined && (
        <text class="day" x={middle} y={y + 32} text-anchor="middle">
          {day}
        </text>
      )}
    </g>
  );
  return row === undefined ? drawn : <a href={articlePath(row.id)}>{drawn}</a>;
}

/** The same as a table, for everybody. */
export function CopyTable(props: {
  edges: readonly CopyEdge[];
  rows: readonly ArticleRow[];
  tr: Translator;
}): JSX.Element {
  const { edges, rows, tr } = props;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{tr.t('story.graph-outlet')}</th>
          <th scope="col">{tr.t('story.graph-from')}</th>
          <th scope="col">{tr.t('story.graph-why')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ copy: to, source: from, agency, reasons }) => {
          const copy = rowOf.get(to);
          const source = from === undefined ? undefined : rowOf.get(from);
          return (
            <tr>
              <th scope="row">{copy === undefined ? '' : <bdi>{outletOf(copy, tr)}</bdi>}</th>
              <td>
                <bdi>{source === undefined ? clipText(agency ?? '', 60) : outletOf(source, tr)}</bdi>
              </td>
              <td>{reasonsText(reasons, tr)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the pages themselves say; the rest is concluded from dates and words. */
const said: ReadonlySet<CopyReason> = new Set(['credits-agency', 'names-outlet', 'aggregated']);

/** "printed later, is a part of the other". */
export function reasonsText(reasons: readonly CopyReason[], tr: Translator): string {
  return reasons.map((reason) => tr.t(`copied.${reason}` as MessageKey)).join(tr.t('list.comma'));
}

function sourcesOf(edges: readonly CopyEdge[], rows: readonly ArticleRow[], tr: Translator): Source[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const sources = new Map<string, { name: string; row: ArticleRow | undefined; copies: Source['copies'][number][] }>();
  for (const { copy: to, source: from, agency = '', reasons } of edges) {
    const copy = rowOf.get(to);
    if (copy === undefined) continue;
    const row = from === undefined ? undefined : rowOf.get(from);
    // An agency stands once for each of its dispatches: two of its texts are two sources.
    const key = from ?? `${agency} ${copy.dispatchId ?? to}`;
    const name = row === undefined ? agency : outletOf(row, tr);
    const source = sources.get(key) ?? { name, row, copies: [] };
    sources.set(key, source);
    source.copies.push({ row: copy, said: reasons.some((reason) => said.has(reason)) });
  }
  return [...sources].map(([key, source]) => ({ key, ...source }));
}

function outletOf(row: ArticleRow, tr: Translator): string {
  return clipText(row.outletName ?? tr.t('article.unknown-outlet'), 60);
}
