import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting, Topic } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { OnlyNewest } from '../views/only-newest.tsx';

const rowHeight = 30;
const labelWidth = 190;
const width = 760;
const largest = 12;
/** More columns than this are drawn as spans of years. */
const mostColumns = 12;

interface Cell {
  readonly topic: Topic;
  readonly column: string;
  readonly count: number;
}

interface Grid {
  readonly topics: readonly Topic[];
  /** Years or spans of years, in their order. */
  readonly columns: readonly string[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/** How often each topic was spoken of in each year; meetings without a year are left out. */
function gridOf(meetings: readonly Meeting[]): Grid {
  const dated = meetings.flatMap((meeting) => {
    const year = Number(/^\d{4}/.exec(meeting.when.edtf ?? meeting.when.notLaterThan ?? '')?.[0]);
    return Number.isNaN(year) ? [] : [{ meeting, year }];
  });
  const years = dated.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = [1, 2, 5, 10, 25, 50].find((size) => (last - first + 1) / size <= mostColumns) ?? 100;
  const columnOf = (year: number) => {
    const from = first + Math.floor((year - first) / step) * step;
    return step === 1 ? String(from) : `${from}–${Math.min(last, from + step - 1)}`;
  };
  const columns: string[] = [];
  for (let year = first; year <= last; year += step) columns.push(columnOf(year));
  const cells = new Map<string, Cell>();
  const totals = new Map<Topic, number>();
  for (const { meeting, year } of dated) {
    for (const { topic } of meeting.topics) {
      const column = columnOf(year);
      const key = `${topic} ${column}`;
      cells.set(key, { topic, column, count: (cells.get(key)?.count ?? 0) + 1 });
      totals.set(topic, (totals.get(topic) ?? 0) + 1);
    }
  }
  const topics = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([topic]) => topic);
  return { topics, columns, cells };
}

/** Topics against years, a disc for each, its area the number of meetings; the numbers stand in the table behind it. */
export function TopicsOverTime(props: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element | null {
  const { tr } = props;
  const { topics, columns, cells } = gridOf(props.meetings);
  // One year or one topic is a list, which stands beside this.
  if (columns.length < 2 || topics.length < 2) return null;
  const most = Math.max(...[...cells.values()].map(({ count }) => count));
  const height = (topics.length + 1) * rowHeight;
  const column = (width - labelWidth - 20) / columns.length;
  const mirror = (x: number) => Math.round((tr.direction === 'rtl' ? width - x : x) * 10) / 10;
  const x = (at: number) => mirror(labelWidth + column * (at + 0.5));
  const y = (at: number) => at * rowHeight + rowHeight / 2;
  return (
    <div class="topics-time">
      <h2>{tr.t('topics.over-time')}</h2>
      <OnlyNewest meetings={props.meetings} tr={tr} />
      <section class="picture-frame" aria-label={tr.t('topics.over-time')} tabindex={0}>
        <svg class="grid" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={tr.t('topics.over-time-label')}>
          {topics.map((topic, row) => (
            <g>
              <line x1={mirror(labelWidth)} x2={mirror(width - 10)} y1={y(row)} y2={y(row)} />
              <text x={mirror(labelWidth - 12)} y={y(row) + 4} text-anchor="end">
                {tr.t(`topic.${topic}` as MessageKey)}
              </text>
              {columns.map((name, at) => {
                const count = cells.get(`${topic} ${name}`)?.count ?? 0;
                if (count === 0) return null;
                return (
                  <circle cx={x(at)} cy={y(row)} r={Math.round((2.5 + largest * Math.sqrt(count / most)) * 10) / 10} />
                );
              })}
            </g>
          ))}
          {columns.map((name, at) => (
            <text x={x(at)} y={height - 9} text-anchor="middle">
              {name}
            </text>
          ))}
        </svg>
      </section>
      <details class="behind">
        <summary>{tr.t('topics.table')}</summary>
        <section class="table-frame" aria-label={tr.t('topics.table')} tabindex={0}>
          <table class="numbers">
            <thead>
              <tr>
                <th scope="col">{tr.t('field.topic')}</th>
                {columns.map((name) => (
                  <th scope="col" class="figure num">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {topics.map((topic) => (
                <tr>
                  <th scope="row">{tr.t(`topic.${topic}` as MessageKey)}</th>
                  {columns.map((name) => (
                    <td class="figure num">{cells.get(`${topic} ${name}`)?.count ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
