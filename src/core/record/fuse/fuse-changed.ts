import type { CountryCode, Meeting, MeetingReportRef } from '../../model/record.ts';
import { type ChangedSpellings, changeSpellings } from '../people/change-spellings.ts';
import { buildHolders } from '../people/holders.ts';
import { idsBySpelling } from '../people/identity.ts';
import type { Sighting } from '../people/sightings.ts';
import { keyOfSighting, type SpellingCounts, writeCounts } from '../people/spelling-counts.ts';
import { spellingsOf as readySpellings } from '../people/spellings.ts';
import { createVouching } from '../people/vouching.ts';
import { type FusionAction, type FusionDecision, meetingsOf } from './decisions.ts';
import { type FusedReports, type Fusion, fuseReports } from './fuse-meetings.ts';
import { everyDay, type FusionKey, keysOfMeeting, seenKey, spellingsIn } from './fusion-keys.ts';
import { keepRecords, openIndexView, openTaken } from './fusion-memory.ts';
import type { FusionSource } from './fusion-source.ts';
import { articleOf, type IndexedArticle, type IndexedReport, indexArticle, placedReports } from './index-article.ts';
import { knownChanges } from './known-changes.ts';
import { findOtherOffices } from './other-offices.ts';
import { placeChanged } from './place-changed.ts';
import { openReach } from './reach.ts';
import { rejectedReports, rejectionsOf } from './rejections.ts';
import { findVisitNeighbours } from './visit-neighbours.ts';

/** What is to be fused again. */
export interface FusionWork {
  /** Articles whose record, place or absence the fused layer does not know yet. */
  readonly changed: ReadonlySet<string>;
  /** All decisions of the archive, undone ones too. */
  readonly decisions: readonly FusionDecision[];
  /** Ids of those that the fused layer does not know yet. @default none */
  readonly newDecisions?: ReadonlySet<string>;
}

export interface PartialFusion extends Fusion {
  /** Meetings and people that were looked at: those of them that the fusion does not give are gone. */
  readonly scope: { readonly meetings: ReadonlySet<string>; readonly people: ReadonlySet<string> };
  /** Decisions that were looked at. */
  readonly decided: ReadonlySet<string>;
  /** Entries of the index that changed; an article without reports has an empty one. */
  readonly index: readonly IndexedArticle[];
  /** Under what the meetings of the fusion are found. */
  readonly meetingKeys: readonly FusionKey[];
  /** Sums that changed; empty ones are gone. */
  readonly spellings: readonly SpellingCounts[];
  readonly reportsRead: number;
}

/**
 * Fuses again what a change can touch, and gives the same as fusing everything: the reports that the changed ones can
 * lie near, as they were and as they are, the people of the countries in them, and the reports of every meeting whose
 * people became others by that.
 */
export async function fuseChanged(work: FusionWork, source: FusionSource): Promise<PartialFusion> {
  const { changed, decisions } = work;
  const fresh = work.newDecisions ?? new Set<string>();
  const records = keepRecords(source);
  const index = openIndexView(source);
  await index.load(changed);
  const renewed = new Map<string, IndexedArticle>(
    [...changed].map((articleId): [string, IndexedArticle] => [articleId, { articleId, reports: [] }]),
  );
  for (const record of await records.read([...changed])) renewed.set(record.record.articleId, indexArticle(record));
  const rejections = rejectionsOf(decisions);
  const spoken = actionsOf(decisions, fresh);
  const differing = await placeChanged(
    source,
    index,
    renewed,
    (report, country) => rejections.has(report, 'country', country),
    spoken.flatMap((action) => (action.kind === 'reject' ? rejectedReports(action) : [])),
  );
  index.renew(differing);
  const changedReports = [...differing].flatMap(([id, now]) => {
    const keys = changed.has(id) ? reportKeys(index.before(id), now) : movedReports(index.before(id), now);
    return keys;
  });
  const reach = openReach(source, index, decisions);
  const told = await reachOfDecisions(source, spoken);
  await reach.add([...changedReports, ...told.reports], told.meetings);

  const taken = openTaken(source);
  const vouch = createVouching();
  for (;;) {
    const size = reach.reports.size + reach.meetings.size;
    const inside = [...reach.reports].flatMap((key) => reportOf(index.now(articleOf(key)), key) ?? []);
    const keys = new Set(inside.map(({ key }) => key));
    const ids = reach.meetings;
    const old = changedReports.flatMap((key) => reportOf(index.before(articleOf(key)), key) ?? []);
    const start = [...inside, ...old].flatMap(({ sightings, unsaid = [], placed = [] }) =>
      [...sightings, ...unsaid, ...placed].map(({ country }) => country),
    );
    const { countries, people } = await closeCountries(source, [...told.countries, ...start], decisions);
    const anchors = new Set(inside.map(({ anchor }) => anchor));
    const spoke = decisions.filter(
      ({ id, action }) =>
        action.kind === 'undo' ||
        ('personId' in action
          ? countriesIn(action).some((country) => countries.has(country))
          : meetingsOf(action).some((id) => ids.has(id) || anchors.has(id)) ||
            (action.kind === 'reject' &&
              rejectedReports(action).some((key) => keys.has(key) || changed.has(articleOf(key))))) ||
        fresh.has(id),
    );
    const rejected = spoke.flatMap(({ action }) =>
      action.kind === 'reject' ? action.reports.map(({ articleId }) => articleId) : [],
    );
    const previous = await source.meetings([...ids]);
    const peopleIds = new Set(people.map(({ id }) => id));
    const stored = new Map((await source.spellings([...countries])).map((counts) => [counts.key, counts]));
    const spellings = await spellingsNow({ source, index, differing, previous, vouch, stored });
    taken.leave(ids, peopleIds);
    const articleIds = [...new Set([...inside.map(({ key }) => articleOf(key)), ...rejected])];
    const { idOf, holders, hidden, ...fusion } = fuseReports(await records.read(articleIds), {
      placements: new Map(inside.map(({ key, placed = [] }) => [key, placed])),
      rejections,
      previous,
      previousPeople: people,
      decisions: spoke,
      only: keys,
      spellings: (meetings) => {
        for (const sightings of meetings) spellings.vouch(vouch(sightings), 1);
        return readySpellings([...spellings.counts.values()].filter(({ key }) => countries.has(countryIn(key))));
      },
      reserved: { slugs: taken.slugs, peopleIds: taken.peopleIds, peopleSlugs: taken.peopleSlugs },
    });
    if (await taken.ask()) continue;

    const idBefore = idsBySpelling(people);
    const others = [...spellings.counts.values()].flatMap(({ key }) => {
      const [country = '', roleCode = '', ...name] = key.split('|');
      if (!countries.has(country)) return [];
      const full = name.join('|');
      const now = idOf({ roleCode, name: { surface: full, full, lang: 'und', script: 'other' } }, country);
      return now === idBefore.get(key) ? [] : [everyDay(seenKey(key))];
    });
    const touched = await source.keys(others);
    const unsure = new Set(
      decisions.flatMap(({ action }) => (action.kind === 'person-withdraw' ? countriesIn(action) : [])),
    );
    const register = { people: [...fusion.people, ...hidden.map(({ person }) => person)], holders };
    const before = { people, holders: buildHolders(people) };
    const offices = await findOtherOffices(source, index, before, register, (country) => unsure.has(country));
    // What the reports make together can reach further than each: a visit of its countries in its days frames it.
    const visits = await findVisitNeighbours(source, [...previous, ...fusion.meetings]);
    await reach.add(
      touched.map(({ report }) => report),
      [...offices, ...visits],
    );
    if (reach.reports.size + reach.meetings.size > size) continue;

    const reportsByKey = new Map(inside.map((report) => [report.key, report]));
    return {
      ...fusion,
      withdrawn: await withArticles(source, hidden, differing),
      scope: { meetings: ids, people: peopleIds },
      decided: new Set(spoke.map(({ id }) => id)),
      index: [...differing.values()],
      meetingKeys: fusion.meetings.flatMap((meeting) =>
        keysOfMeeting(
          meeting,
          meeting.reports.flatMap((report) => reportsByKey.get(keyOf(report)) ?? []),
        ),
      ),
      spellings: await changedSpellings(source, index, differing, spellings, stored),
      reportsRead: inside.length,
    };
  }
}

interface SpellingWork {
  readonly source: FusionSource;
  readonly index: ReturnType<typeof openIndexView>;
  readonly differing: ReadonlyMap<string, IndexedArticle>;
  readonly previous: readonly Meeting[];
  readonly vouch: ReturnType<typeof createVouching>;
  readonly stored: ReadonlyMap<string, SpellingCounts>;
}

/** The sums without what the meetings of before vouch for: those of now do it anew. */
async function spellingsNow(work: SpellingWork): Promise<ChangedSpellings> {
  const { source, index, differing, previous, vouch, stored } = work;
  const gone = [...differing.keys()].map((id) => sightingsIn(index.before(id)));
  const come = [...differing.values()].map(sightingsIn);
  const spellings = await changeSpellings(stored, gone.flat(), come.flat(), async (key) => {
    const found = await source.keys([everyDay(seenKey(key))]);
    const owners = new Set([...found.map(({ owner }) => owner), ...differing.keys()]);
    await index.load(owners);
    return [...owners].flatMap((id) => sightingsIn(index.now(id))).filter((one) => keyOfSighting(one) === key);
  });
  // What an article goes on saying is of countries that may not be looked at.
  come.forEach((sightings, position) => {
    const [old, now] = [vouch(gone[position] ?? []), vouch(sightings)].map(
      (list) => new Map(list.map((one) => [one.join(), one])),
    );
    spellings.vouch(
      [...(old ?? [])].flatMap(([key, one]) => (now?.has(key) === true ? [] : [one])),
      -1,
    );
    spellings.vouch(
      [...(now ?? [])].flatMap(([key, one]) => (old?.has(key) === true ? [] : [one])),
      1,
    );
  });
  await index.load(previous.flatMap(({ reports }) => reports.map(({ articleId }) => articleId)));
  for (const { reports } of previous) {
    const members = reports.flatMap((report) => reportOf(index.before(report.articleId), keyOf(report)) ?? []);
    spellings.vouch(vouch(members.flatMap(({ sightings }) => sightings)), -1);
  }
  return spellings;
}

/** Sums that differ from what is stored, with what the register knows and is asked. */
async function changedSpellings(
  source: FusionSource,
  index: ReturnType<typeof openIndexView>,
  differing: ReadonlyMap<string, IndexedArticle>,
  spellings: ChangedSpellings,
  stored: ReadonlyMap<string, SpellingCounts>,
): Promise<SpellingCounts[]> {
  const known = knownChanges([...differing].map(([id, now]) => [index.before(id), now]));
  const missing = [...known.keys()].filter((key) => !stored.has(key));
  const further = new Map((await source.spellingsOf(missing)).map((counts) => [counts.key, counts]));
  const before = new Map([...stored, ...further]);
  const changed = await changeSpellings(new Map([...further, ...spellings.counts]), [], [], async () => []);
  for (const [key, by] of known) changed.know(key, by);
  return [...changed.counts.values()].filter((counts) => {
    const old = before.get(counts.key);
    return old !== counts && (old === undefined || writeCounts(old) !== writeCounts(counts));
  });
}

function sightingsIn(article: IndexedArticle | undefined): Sighting[] {
  return article === undefined ? [] : placedReports(article).flatMap(({ sightings }) => sightings);
}

function reportOf(article: IndexedArticle | undefined, key: string): IndexedReport | undefined {
  return article === undefined ? undefined : placedReports(article).find((report) => report.key === key);
}

function reportKeys(...articles: readonly (IndexedArticle | undefined)[]): string[] {
  return [...new Set(articles.flatMap((article) => article?.reports.map(({ key }) => key) ?? []))];
}

/** Whoever the register places elsewhere now, or no longer, is a changed report too. */
function movedReports(before: IndexedArticle | undefined, now: IndexedArticle): string[] {
  const placed = new Map(before?.reports.map((report) => [report.key, JSON.stringify(report.placed)]));
  return now.reports.flatMap((report) =>
    placed.get(report.key) === JSON.stringify(report.placed) ? [] : [report.key],
  );
}

async function withArticles(
  source: FusionSource,
  hidden: FusedReports['hidden'],
  differing: ReadonlyMap<string, IndexedArticle>,
): Promise<Fusion['withdrawn']> {
  return Promise.all(
    hidden.map(async ({ person, spellings }) => {
      const found = await source.keys(spellings.map((key) => everyDay(seenKey(key))));
      const stay = found.flatMap(({ owner }) => (differing.has(owner) ? [] : [owner]));
      const keys = new Set(spellings);
      const now = [...differing].flatMap(([id, article]) =>
        placedReports(article).some((report) => spellingsIn(report).some((key) => keys.has(key))) ? [id] : [],
      );
      return { person, articleIds: [...new Set([...stay, ...now])].sort() };
    }),
  );
}

/** What new decisions do; undoing one does what it did. */
function actionsOf(decisions: readonly FusionDecision[], fresh: ReadonlySet<string>): FusionAction[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const actions = new Set<FusionAction>();
  for (const id of fresh) {
    // An undo can undo an undo.
    for (let next = byId.get(id); next !== undefined && !actions.has(next.action); ) {
      actions.add(next.action);
      next = next.action.kind === 'undo' ? byId.get(next.action.decisionId) : undefined;
    }
  }
  return [...actions];
}

/** Reports, meetings and countries that decisions speak of. */
async function reachOfDecisions(
  source: FusionSource,
  actions: readonly FusionAction[],
): Promise<{ readonly reports: string[]; readonly meetings: string[]; readonly countries: CountryCode[] }> {
  const spelled = new Set(actions.flatMap((action) => ('personId' in action ? spellingsOf(action) : [])));
  const found = await source.keys([...spelled].map((key) => everyDay(seenKey(key))));
  return {
    reports: [
      ...actions.flatMap((action) => ('reports' in action ? action.reports.map(keyOf) : [])),
      ...found.map(({ report }) => report),
    ],
    meetings: actions.flatMap(meetingsOf),
    countries: actions.flatMap((action) => ('personId' in action ? countriesIn(action) : [])),
  };
}

function keyOf({ articleId, report }: MeetingReportRef): string {
  return `${articleId}#${report}`;
}

/** People of one country are found together; a person whom an editor joined over two countries ties them. */
async function closeCountries(
  source: FusionSource,
  start: readonly CountryCode[],
  decisions: readonly FusionDecision[],
) {
  const countries = new Set(start);
  const decided = decisions.map(({ action }) => ('personId' in action ? countriesIn(action) : []));
  for (;;) {
    const { size } = countries;
    const people = await source.people([...countries]);
    for (const { offices } of people) for (const { country = '' } of offices) countries.add(country);
    for (const tie of decided) {
      if (tie.some((country) => countries.has(country))) for (const one of tie) countries.add(one);
    }
    if (countries.size === size) return { countries, people };
  }
}

type Spelled = { readonly spellings: readonly string[]; readonly intoSpellings?: readonly string[] };

function spellingsOf(action: Spelled): string[] {
  return [...action.spellings, ...(action.intoSpellings ?? [])];
}

function countriesIn(action: Spelled): CountryCode[] {
  return spellingsOf(action).map(countryIn);
}

function countryIn(key: string): CountryCode {
  return key.slice(0, key.indexOf('|'));
}
