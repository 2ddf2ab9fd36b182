import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { dayNumber, dayText } from '../wording/days.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { Mark } from './mark.tsx';

const width = 1100;
const margin = 30;
const lane = 24;
const labelRow = 20;
const day = 86_400_000;

interface Placed {
  readonly meeting: Meeting;
  readonly time: number;
  readonly x: number;
  readonly lane: number;
}

/**
 * A dossier drawn: one sign a meeting, shape for its type and filling for its status, time in the reading direction.
 * Meetings without a day are missing here and stand in the table behind it.
 */
export function Timeline(props: {
  meetings: readonly Meeting[];
  people: PeopleById;
  tr: Translator;
  title: string;
}): JSX.Element | null {
  const { tr } = props;
  const dated = props.meetings
    .map((meeting) => ({ meeting, time: dayNumber(meeting.when.edtf) ?? dayNumber(meeting.when.notLaterThan) }))
    .filter((entry): entry is { meeting: Meeting; time: number } => entry.time !== undefined)
    .sort((a, b) => a.time - b.time);
  const first = dated[0];
  const last = dated[dated.length - 1];
  if (first === undefined || last === undefined) return null;

  const scale = timeScale(first.time, last.time, tr);
  const placed = placeInLanes(dated, scale.x);
  const notes = notesOf(placed, tr);
  const lanes = Math.max(1, ...placed.map((entry) => entry.lane + 1));
  const axis = 16 + notes.length * labelRow + lanes * lane;
  const height = axis + 32;
  const y = (entry: Placed): number => axis - 16 - entry.lane * lane;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links is a group, not a set of form fields
    <svg class="timeline" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={props.title}>
      {scale.ticks.map((tick) => (
        <g class="tick">
          <line x1={tick.from} x2={tick.from} y1={12 + notes.length * labelRow} y2={axis + 8} />
          <text x={tick.middle} y={axis + 24} text-anchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      <line class="axis" x1={margin} x2={width - margin} y1={axis} y2={axis} />
      {notes.map((note, row) => (
        <g class="note">
          <path d={`M${note.entry.x} ${y(note.entry) - 9}V${labelRow * (row + 1)}`} />
          <text x={note.x} y={labelRow * (row + 1) - 5} text-anchor="middle">
            {note.text}
          </text>
        </g>
      ))}
      {placed.map((entry) => (
        <Band entry={entry} x={scale.x} y={y(entry)} />
      ))}
      {placed.map((entry) => {
        const sentence = meetingSentence(entry.meeting, props.people, tr);
        return (
          <a href={`/meetings/${encodeURIComponent(entry.meeting.id)}`} aria-label={sentence}>
            <g transform={`translate(${entry.x} ${y(entry)})`}>
              <circle class="reach" r="12" />
              <Mark type={entry.meeting.type} status={entry.meeting.status} agreed={binds(entry.meeting)} />
            </g>
          </a>
        );
      })}
    </svg>
  );
}

/** Narrower bands would hide behind their sign. */
const narrowestBand = 30;

/** A visit lasts: from its first day to its last. */
function Band(props: { entry: Placed; x: (time: number) => number; y: number }): JSX.Element | null {
  const { entry, x, y } = props;
  const { type, status, when } = entry.meeting;
  if (type !== 'visit') return null;
  const last = dayNumber(when.edtf?.split('/')[1]) ?? entry.time;
  const [from, to] = [x(entry.time), x(Math.max(last, entry.time) + day)].sort((a, b) => a - b);
  const start = Math.min(from ?? entry.x, entry.x - narrowestBand / 2);
  const end = Math.max(to ?? entry.x, entry.x + narrowestBand / 2);
  return (
    <rect
      class={`band is-${status}`}
      x={start}
      y={y - 9}
      width={Math.round((end - start) * 10) / 10}
      height="18"
      rx="4"
    />
  );
}

function binds(meeting: Meeting): boolean {
  return meeting.outcomes.some((outcome) => outcome.strength !== 'courtesy');
}

interface Tick {
  readonly from: number;
  readonly middle: number;
  readonly label: string;
}

/** Whole years, or the months of the years when there is only one. */
function timeScale(first: number, last: number, tr: Translator): { x: (time: number) => number; ticks: Tick[] } {
  const firstYear = new Date(first).getUTCFullYear();
  const lastYear = new Date(last).getUTCFullYear();
  const start = Date.UTC(firstYear, 0, 1);
  const end = Date.UTC(lastYear + 1, 0, 1);
  const x = (time: number): number => {
    const along = margin + ((time - start) / (end - start)) * (width - 2 * margin);
    return Math.round((tr.direction === 'rtl' ? width - along : along) * 10) / 10;
  };
  const bounds: { from: number; to: number; label: string }[] = [];
  if (firstYear === lastYear) {
    for (let month = 0; month < 12; month++) {
      const from = Date.UTC(firstYear, month, 1);
      const name = month === 0 ? `${firstYear}-01` : undefined;
      const label = new Intl.DateTimeFormat(tr.dateLocale, { month: 'short', timeZone: 'UTC' }).format(from);
      bounds.push({
        from,
        to: Date.UTC(firstYear, month + 1, 1),
        label: name === undefined ? label : `${label} ${firstYear}`,
      });
    }
  } else {
    // With many years every second, fifth or tenth has its number.
    const step = [1, 2, 5, 10, 25].find((size) => (lastYear - firstYear + 1) / size <= 16) ?? 50;
    for (let year = firstYear; year <= lastYear; year += step) {
      bounds.push({ from: Date.UTC(year, 0, 1), to: Math.min(end, Date.UTC(year + step, 0, 1)), label: String(year) });
    }
  }
  const ticks = bounds.map(({ from, to, label }) => ({
    from: x(from),
    middle: Math.round((x(from) + x(to)) / 2),
    label,
  }));
  return { x, ticks };
}

/** Signs that would touch are stacked. */
function placeInLanes(dated: readonly { meeting: Meeting; time: number }[], x: (time: number) => number): Placed[] {
  const lastInLane: number[] = [];
  return dated.map(({ meeting, time }) => {
    const at = x(time + day / 2);
    let free = lastInLane.findIndex((last) => Math.abs(at - last) >= 19);
    if (free === -1) free = lastInLane.length;
    lastInLane[free] = at;
    return { meeting, time, x: at, lane: free };
  });
}

interface Note {
  readonly entry: Placed;
  readonly text: string;
  readonly x: number;
}

/** Names the days on which a paper was signed or a roadmap set, the latest three, each on its own row. */
function notesOf(placed: readonly Placed[], tr: Translator): Note[] {
  const weighty = placed.filter(({ meeting }) =>
    meeting.outcomes.some(
      (outcome) => outcome.kind === 'signed' || outcome.kind === 'roadmap' || outcome.kind === 'created',
    ),
  );
  return weighty.slice(-3).map((entry) => {
    const outcome = entry.meeting.outcomes.find(
      ({ kind }) => kind === 'signed' || kind === 'roadmap' || kind === 'created',
    );
    const when = dayText(entry.meeting.when.edtf ?? '', tr, 'short') ?? '';
    const what = outcome === undefined ? '' : (tr.maybe(`outcome.${outcome.kind}`) ?? '');
    const text = [when, what].filter((part) => part !== '').join(tr.t('list.comma'));
    const half = text.length * 3.6;
    return { entry, text, x: Math.min(Math.max(entry.x, half + 4), width - half - 4) };
  });
}
