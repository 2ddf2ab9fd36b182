import type { CountryCode, Meeting, MeetingReportRef, Person } from '../../model/record.ts';
import { buildHolders, type UnsaidOffice } from '../people/holders.ts';
import { idsBySpelling } from '../people/identity.ts';
import { type Sighting, spellingKey } from '../people/sightings.ts';
import {
  findBlocks,
  type IndexedArticle,
  type IndexedReport,
  indexArticle,
  type MeetingLinks,
  meetingsOf,
  placeIndexed,
} from './blocks.ts';
import { pairsOf } from './cluster.ts';
import type { FusionAction, FusionDecision } from './decisions.ts';
import { type Fusion, fuseReports } from './fuse-meetings.ts';
import { findPlacements, type Placement } from './placements.ts';
import { rejectedReports, rejectionsOf } from './rejections.ts';
import { overlaps, type RecordForFusion, spanOfEdtf } from './reports.ts';

/** The fused layer as it stands, without the records behind it. */
export interface FusionState {
  readonly index: readonly IndexedArticle[];
  readonly meetings: readonly MeetingLinks[];
  readonly people: readonly Person[];
  /** All decisions of the archive, undone ones too. */
  readonly decisions: readonly FusionDecision[];
  /** Ids of those that the fused layer does not know yet. @default none */
  readonly newDecisions?: ReadonlySet<string>;
}

/** What the archive gives on demand. */
export interface FusionSource {
  records(articleIds: readonly string[]): Promise<readonly RecordForFusion[]>;
  meetings(ids: readonly string[]): Promise<readonly Meeting[]>;
}

export interface PartialFusion extends Fusion {
  /** Meetings and people that were looked at: those of them that the fusion does not give are gone. */
  readonly scope: { readonly meetings: ReadonlySet<string>; readonly people: ReadonlySet<string> };
  /** Decisions that were looked at. */
  readonly decided: ReadonlySet<string>;
  /** Entries of the index that changed; an article without reports has an empty one. */
  readonly index: readonly IndexedArticle[];
  readonly reportsRead: number;
}

/**
 * Fuses again what a change can touch, and gives the same as fusing everything: the blocks of the changed articles as
 * they were and as they are, the people of the countries in them, and the blocks of every meeting whose people became
 * others by that.
 */
export async function fuseChanged(
  state: FusionState,
  changed: ReadonlySet<string>,
  source: FusionSource,
): Promise<PartialFusion> {
  const renewed = (await source.records([...changed])).map(indexArticle);
  const before = new Map(state.index.map((article) => [article.articleId, article]));
  const after = new Map(before);
  for (const articleId of changed) after.delete(articleId);
  for (const article of renewed) after.set(article.articleId, article);
  const rejections = rejectionsOf(state.decisions);
  const isRejected = (report: string, country: CountryCode) => rejections.has(report, 'country', country);
  const now = [...after.values()].flatMap((article) => article.reports);
  const placements = findPlacements(now, isRejected);
  const reports = placeIndexed(now, placements);
  const blocks = findBlocks(reports, state.meetings, state.decisions);
  const seeds = new Set<number>();
  const seed = (keys: Iterable<string>) => {
    for (const key of keys) {
      const block = blocks.get(key);
      if (block !== undefined) seeds.add(block);
    }
  };
  for (const article of renewed) seed(article.reports.map(({ key }) => key));
  const then = [...before.values()].flatMap((article) => article.reports);
  const fresh = state.newDecisions ?? new Set();
  const decisionsBefore = state.decisions.filter(({ id }) => !fresh.has(id));
  const rejectedBefore = fresh.size === 0 ? rejections : rejectionsOf(decisionsBefore);
  const placedBefore = findPlacements(then, (report, country) => rejectedBefore.has(report, 'country', country));
  const reportsBefore = placeIndexed(then, placedBefore);
  // Whoever the register places elsewhere now, or no longer, is a changed report too.
  const moved = new Set(
    [...new Set([...placements.keys(), ...placedBefore.keys()])].filter(
      (key) => JSON.stringify(placements.get(key)) !== JSON.stringify(placedBefore.get(key)),
    ),
  );
  const old = reportsBefore.filter(({ key }) => changed.has(articleOf(key)) || moved.has(key));
  seed(moved);
  // What a changed report was tied to before may now come apart.
  const decided = reachOfDecisions(state.decisions, fresh, reportsBefore, state.meetings);
  seed(decided.reports);
  const leavingReports = [...old.map(({ key }) => key), ...decided.reports];
  if (leavingReports.length > 0) {
    const oldBlocks = findBlocks(reportsBefore, state.meetings, decisionsBefore);
    const leaving = new Set(leavingReports.flatMap((key) => oldBlocks.get(key) ?? []));
    seed([...oldBlocks].filter(([, block]) => leaving.has(block)).map(([key]) => key));
  }

  const idBefore = idsBySpelling(state.people);
  const holdersBefore = buildHolders(state.people);
  for (;;) {
    const inside = reports.filter(({ key }) => seeds.has(blocks.get(key) ?? -1));
    const keys = new Set(inside.map(({ key }) => key));
    const gone = new Set(old.map(({ key }) => key));
    const meetingsInside = state.meetings.filter(
      // The archive takes the last report of a meeting away with its article.
      (meeting) => meeting.reports.length === 0 || meeting.reports.some((key) => keys.has(key) || gone.has(key)),
    );
    const ids = new Set(meetingsInside.map(({ id }) => id));
    const countries = closeCountries(
      [
        ...decided.countries,
        ...[...inside, ...old].flatMap(({ key, sightings, unsaid = [] }) =>
          [...sightings, ...unsaid, ...(placements.get(key) ?? [])].map(({ country }) => country),
        ),
      ],
      state,
    );
    const anchors = new Set(inside.map(({ anchor }) => anchor));
    const decisions = state.decisions.filter(
      ({ id, action }) =>
        action.kind === 'undo' ||
        ('personId' in action
          ? countriesOf(action).some((country) => countries.has(country))
          : meetingsOf(action).some((id) => ids.has(id) || anchors.has(id)) ||
            (action.kind === 'reject' &&
              rejectedReports(action).some((key) => keys.has(key) || changed.has(articleOf(key))))) ||
        fresh.has(id),
    );
    const rejected = decisions.flatMap(({ action }) =>
      action.kind === 'reject' ? action.reports.map(({ articleId }) => articleId) : [],
    );
    const peopleInside = state.people.filter(({ offices }) =>
      offices.some(({ country }) => countries.has(country ?? '')),
    );
    const others = state.people.filter((person) => !peopleInside.includes(person));
    const articleIds = [...new Set([...inside.map(({ key }) => articleOf(key)), ...rejected])];
    const { idOf, holders, ...fusion } = fuseReports(await source.records(articleIds), {
      placements,
      rejections,
      previous: await source.meetings([...ids]),
      previousPeople: peopleInside,
      decisions,
      only: keys,
      otherMeetings: sightingsOutside(reports, keys, state.meetings, countries),
      reserved: {
        slugs: new Set(state.meetings.filter(({ id }) => !ids.has(id)).map(({ slug }) => slug)),
        peopleIds: new Set(others.map(({ id }) => id)),
        peopleSlugs: new Set(others.map(({ slug }) => slug)),
      },
    });
    const size = seeds.size;
    seed(
      reports
        .filter(
          ({ key, sightings }) =>
            !keys.has(key) &&
            [...sightings, ...(placements.get(key) ?? []).map(knownAs)].some(
              ({ country, roleCode, name }) =>
                countries.has(country) &&
                idOf({ roleCode, name }, country) !== idBefore.get(spellingKey(country, roleCode, name.full)),
            ),
        )
        .map(({ key }) => key),
    );
    seed(
      otherOffices(reports, keys, state, countries, (office, day) => {
        // People who are told nowhere are not known from before: whatever they might have stood in the way of is asked.
        if (state.decisions.some(({ action }) => action.kind === 'person-withdraw')) return true;
        return JSON.stringify(holdersBefore.infer(office, day)) !== JSON.stringify(holders.infer(office, day));
      }),
    );
    // What the reports make together can reach further than each: a visit of its countries in its days frames it.
    seed(visitNeighbours(fusion.meetings, state.meetings, ids, reports));
    if (seeds.size > size) continue;
    return {
      ...fusion,
      scope: { meetings: ids, people: new Set(peopleInside.map(({ id }) => id)) },
      decided: new Set(decisions.map(({ id }) => id)),
      index: [...changed].map((articleId) => after.get(articleId) ?? { articleId, reports: [] }),
      reportsRead: inside.length,
    };
  }
}

/** Reports and countries that new decisions speak of; undoing one speaks of what it spoke of. */
function reachOfDecisions(
  decisions: readonly FusionDecision[],
  fresh: ReadonlySet<string>,
  reports: readonly IndexedReport[],
  meetings: readonly MeetingLinks[],
): { readonly reports: readonly string[]; readonly countries: readonly CountryCode[] } {
  if (fresh.size === 0) return { reports: [], countries: [] };
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const actions = new Set<FusionAction>();
  for (const id of fresh) {
    // An undo can undo an undo.
    for (let next = byId.get(id); next !== undefined && !actions.has(next.action); ) {
      actions.add(next.action);
      next = next.action.kind === 'undo' ? byId.get(next.action.decisionId) : undefined;
    }
  }
  const ids = new Set([...actions].flatMap(meetingsOf));
  const named = new Set([...actions].flatMap((action) => ('reports' in action ? action.reports : [])).map(keyOf));
  const spelled = new Set([...actions].flatMap((action) => ('personId' in action ? spellingsOf(action) : [])));
  const ofMeetings = meetings.filter(({ id }) => ids.has(id)).flatMap((meeting) => meeting.reports);
  const found = reports.filter(
    ({ key, anchor, sightings }) =>
      ids.has(anchor) ||
      named.has(key) ||
      (spelled.size > 0 &&
        sightings.some(({ country, roleCode, name }) => spelled.has(spellingKey(country, roleCode, name.full)))),
  );
  return {
    reports: [...ofMeetings, ...named, ...found.map(({ key }) => key)],
    countries: [...actions].flatMap((action) => ('personId' in action ? countriesOf(action) : [])),
  };
}

function keyOf({ articleId, report }: MeetingReportRef): string {
  return `${articleId}#${report}`;
}

function knownAs({ country, spelling }: Placement): Pick<Sighting, 'country' | 'roleCode' | 'name'> {
  const { roleCode, name } = spelling;
  return { country, roleCode, name: { surface: name, full: name, lang: 'und', script: 'other' } };
}

function articleOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

/** Reports of meetings that stay as they are, but for an office of theirs that has another holder by now. */
function otherOffices(
  reports: readonly IndexedReport[],
  inside: ReadonlySet<string>,
  { meetings }: FusionState,
  countries: ReadonlySet<CountryCode>,
  differs: (office: UnsaidOffice, day: number) => boolean,
): string[] {
  const byKey = new Map(reports.map((report) => [report.key, report]));
  return meetings.flatMap(({ reports: keys, from }) => {
    if (keys.some((key) => inside.has(key))) return [];
    const members = keys.flatMap((key) => byKey.get(key) ?? []);
    const offices = members.flatMap(({ unsaid = [] }) => unsaid.filter(({ country }) => countries.has(country)));
    if (offices.length === 0) return [];
    const days = new Set([
      ...(from === undefined ? [] : [from]),
      ...members.flatMap(({ published }) => published ?? []),
    ]);
    return offices.some((office) => [...days].some((day) => differs(office, day))) ? keys : [];
  });
}

/** People of one country are found together; a person whom an editor joined over two countries ties them. */
function closeCountries(start: readonly CountryCode[], state: FusionState): Set<CountryCode> {
  const countries = new Set(start);
  const ties = [
    ...state.people.map(({ offices }) => offices.map(({ country }) => country ?? '')),
    ...state.decisions.map(({ action }) => ('personId' in action ? countriesOf(action) : [])),
  ].filter((tie) => new Set(tie).size > 1);
  for (let size = -1; size !== countries.size; ) {
    size = countries.size;
    for (const tie of ties)
      if (tie.some((country) => countries.has(country))) for (const one of tie) countries.add(one);
  }
  return countries;
}

type Spelled = { readonly spellings: readonly string[]; readonly intoSpellings?: readonly string[] };

function spellingsOf(action: Spelled): string[] {
  return [...action.spellings, ...(action.intoSpellings ?? [])];
}

function countriesOf(action: Spelled): string[] {
  return spellingsOf(action).map((key) => key.slice(0, key.indexOf('|')));
}

/** Sightings of the countries in meetings that stay as they are. */
function sightingsOutside(
  reports: readonly { readonly key: string; readonly sightings: readonly Sighting[] }[],
  inside: ReadonlySet<string>,
  meetings: readonly MeetingLinks[],
  countries: ReadonlySet<CountryCode>,
): Sighting[][] {
  const meetingOf = new Map(meetings.flatMap(({ id, reports: keys }) => keys.map((key) => [key, id] as const)));
  const outside = new Map<string, Sighting[]>();
  for (const { key, sightings } of reports) {
    if (inside.has(key)) continue;
    const meeting = meetingOf.get(key) ?? key;
    const wanted = sightings.filter(({ country }) => countries.has(country));
    if (wanted.length > 0) outside.set(meeting, [...(outside.get(meeting) ?? []), ...wanted]);
  }
  return [...outside.values()];
}

/** Reports of meetings that stay, but lie a day or less from a fused one of the same pair. */
function visitNeighbours(
  fused: readonly Meeting[],
  meetings: readonly MeetingLinks[],
  inside: ReadonlySet<string>,
  reports: readonly { readonly key: string; readonly countries: readonly CountryCode[] }[],
): string[] {
  const spans = fused.flatMap(({ when, sides }) => {
    const span = when.edtf === undefined ? undefined : spanOfEdtf(when.edtf);
    if (span === undefined) return [];
    const pairs = pairsOf(sides.map(({ country }) => country).sort());
    return [{ from: span.from - 1, to: span.to + 1, pairs }];
  });
  // Few lie near in time: only of these the countries are looked up.
  const near = meetings.flatMap((meeting) => {
    const { id, from, to } = meeting;
    if (inside.has(id) || from === undefined || to === undefined) return [];
    const days = spans.filter((span) => overlaps(span, { from, to }));
    return days.length === 0 ? [] : [{ meeting, days }];
  });
  const wanted = new Set(near.flatMap(({ meeting }) => meeting.reports));
  const countriesOfReport = new Map<string, readonly CountryCode[]>();
  for (const { key, countries } of reports) if (wanted.has(key)) countriesOfReport.set(key, countries);
  return near.flatMap(({ meeting, days }) => {
    const countries = new Set(meeting.reports.flatMap((key) => countriesOfReport.get(key) ?? []));
    const pairs = new Set(pairsOf([...countries].sort()));
    return days.some((day) => day.pairs.some((pair) => pairs.has(pair))) ? meeting.reports : [];
  });
}
