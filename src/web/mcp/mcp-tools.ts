import { z } from 'zod';
import type { Evidence } from '../../core/model/evidence.ts';
import type { Meeting } from '../../core/model/record.ts';
import {
  mcpAgreementsSchema,
  mcpDossierSchema,
  mcpEvidenceSchema,
  mcpMeetingsSchema,
  mcpNewsSchema,
} from '../../schemas/mcp.ts';
import { readOffset, writeCursor } from '../../store/archive/cursor.ts';
import type { FacetCount, MeetingQuery, StoredClaim } from '../../store/store.ts';
import { given } from '../api/pages.ts';
import { cursorParameter } from '../api/parameters.ts';
import { latestDay, readDigest } from '../digest.ts';
import { countryParameter, filterShape, isPlain, wordSchema } from '../filter-parameters.ts';
import { articleTools } from './article-tools.ts';
import { type McpTool, mcpTool } from './mcp-tool.ts';
import { meetingLink, openSources, tellAgreements, tellMeetings } from './tell-meetings.ts';

const country = countryParameter.describe('Country, ISO 3166-1 alpha-2: `MA`.');
const limit = (usual: number, most: number) => z.int().min(1).max(most).default(usual);
const days = {
  from: filterShape.from.optional().describe('First day, ISO.'),
  to: filterShape.to.optional().describe('Last day, ISO.'),
};

function sidesOf(one: string | undefined, other: string | undefined): Pick<MeetingQuery, 'pair' | 'country'> {
  if (one !== undefined && other !== undefined) return { pair: [one, other] };
  return given({ country: one ?? other });
}

const whoMetWhom = mcpTool({
  name: 'who_met_whom',
  title: 'Who met whom',
  description:
    'Meetings, calls, visits and signings in the record: who, when, where, about what, what was agreed, the newest first, each fact with the sentence that says it. Narrow by one or two countries, a person, a topic, days.',
  input: z.strictObject({
    country: country.optional(),
    with: country.optional().describe('The other country.'),
    person: wordSchema.optional().describe('Name, slug or id of somebody who took part.'),
    topic: filterShape.topic.optional(),
    status: filterShape.status.optional(),
    type: filterShape.type.optional(),
    ...days,
    background: z.boolean().default(false).describe('Also meetings that reports only recall.'),
    limit: limit(8, 20),
    cursor: cursorParameter,
  }),
  answer: mcpMeetingsSchema,
  async read(archive, { country: one, with: other, person, background, ...rest }) {
    const { record } = archive.store;
    let personId: string | undefined;
    if (person !== undefined) {
      const known = (await record.getPerson(person)) ?? (await record.listPeople({ name: person, limit: 1 })).items[0];
      if (known === undefined) return { total: 0, next: null, meetings: [] };
      personId = known.id;
    }
    const found = await record.listMeetings({
      ...given(rest),
      ...sidesOf(one, other),
      ...given({ personId }),
      includeBackground: background,
    });
    return { total: found.total, next: found.next ?? null, meetings: await tellMeetings(archive, found.items) };
  },
});

/** Meetings that one page of agreements goes through. */
const meetingsRead = 100;

const whatWasAgreed = mcpTool({
  name: 'what_was_agreed',
  title: 'What was agreed',
  description:
    'What two countries signed, agreed, created or announced, the newest first, in the words of the reports, with the sentence and its link. Courtesies ("stressed the need …") are left out.',
  input: z.strictObject({ country, with: country.describe('The other country.'), ...days, cursor: cursorParameter }),
  answer: mcpAgreementsSchema,
  async read(archive, { country: one, with: other, ...rest }) {
    const found = await archive.store.record.listMeetings({
      ...given(rest),
      pair: [one, other],
      limit: meetingsRead,
    });
    const sourcesOf = await openSources(archive, agreedEvidence(found.items));
    return {
      total: found.total,
      next: found.next ?? null,
      meetingsRead: found.items.length,
      agreements: found.items.flatMap((meeting) =>
        tellAgreements(meeting, sourcesOf).map((agreement) => ({
          ...agreement,
          day: meeting.when.edtf ?? null,
          countries: meeting.sides.map((side) => side.country).sort(),
          meetingId: meeting.id,
          meetingLink: meetingLink(archive, meeting),
        })),
      ),
    };
  },
});

/** Of each outcome the first report: a hundred meetings are not read whole. */
function agreedEvidence(meetings: readonly Meeting[]): Evidence[] {
  return meetings.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ strength, evidence }) =>
      strength === 'courtesy' ? [] : evidence.filter(({ articleId }) => articleId === evidence[0]?.articleId),
    ),
  );
}

const getDossier = mcpTool({
  name: 'get_dossier',
  title: 'Dossier of two countries',
  description: 'How many meetings two countries had, about what, of what kind, and the newest of them.',
  input: z.strictObject({ country, with: country.describe('The other country.') }),
  answer: mcpDossierSchema,
  async read(archive, { country: one, with: other }) {
    const { record } = archive.store;
    const pair = [one, other] as const;
    const { items, total } = await record.listMeetings({ pair, limit: 5 });
    if (total === 0) return undefined;
    const facets = await record.meetingFacets({ pair });
    return {
      link: `${archive.site}/dossiers/${[one, other].sort().join('-')}`,
      countries: [one, other].sort(),
      meetings: total,
      topics: counted(facets.topics),
      types: counted(facets.types),
      statuses: counted(facets.statuses),
      latest: await tellMeetings(archive, items),
    };
  },
});

function counted(counts: readonly FacetCount[]): { value: string; meetings: number }[] {
  return counts.slice(0, 20).map(({ value, meetings }) => ({ value, meetings }));
}

const mostNews = 10;
const dayMs = 86_400_000;

const whatIsNew = mcpTool({
  name: 'what_is_new',
  title: 'What is new',
  description:
    'What a period brought, for everything or for two countries: meetings nobody had reported before, known ones reported again, and sentences that no earlier text had. Without days: the week up to the newest article.',
  input: z.strictObject({ country: country.optional(), with: country.optional(), ...days }),
  answer: mcpNewsSchema,
  async read(archive, { country: one, with: other, from, to }) {
    const scope = one !== undefined && other !== undefined ? { pair: [one, other] as const } : {};
    const last = to ?? (await latestDay(archive.store, scope)) ?? '1970-01-01';
    const first = from ?? new Date(Date.parse(`${last}T00:00:00Z`) - 6 * dayMs).toISOString().slice(0, 10);
    const period = { unit: 'week', value: first, from: first, to: last } as const;
    const digest = await readDigest(archive.store, scope, period, archive.settings);
    const path = scope.pair === undefined ? '/record/digest' : `/dossiers/${[...scope.pair].sort().join('-')}/digest`;
    return {
      link: `${archive.site}${path}?day=${last}`,
      from: first,
      to: last,
      articles: digest.articles,
      fresh: await tellMeetings(archive, digest.fresh.slice(0, mostNews)),
      again: await tellMeetings(archive, digest.again.slice(0, mostNews)),
      newSentences: digest.sentences.slice(0, 2 * mostNews).map(({ row, text, language, changed, href }) => ({
        quote: text,
        outlet: row.outletName ?? null,
        published: row.published ?? null,
        language,
        link: archive.site + href,
        changedNumber: changed,
      })),
    };
  },
});

const evidenceForFact = mcpTool({
  name: 'evidence',
  title: 'Evidence for a fact',
  description:
    'What each report says of one meeting, claim by claim, with the sentence: who says it, how sure, and where reports differ.',
  input: z.strictObject({
    meeting: z.string().min(1).max(300).refine(isPlain).describe('Id or slug of the meeting.'),
    field: z
      .string()
      .regex(/^[a-zA-Z]{1,40}$/)
      .optional()
      .describe('Only claims of this field: `when`, `where`, `side`, `participant`, `outcome` …'),
    limit: limit(30, 100),
    cursor: cursorParameter,
  }),
  answer: mcpEvidenceSchema,
  async read(archive, { meeting: id, field, limit: most, cursor: from }) {
    const { record } = archive.store;
    let meeting = await record.getMeeting(id);
    if (meeting !== undefined && 'movedTo' in meeting) meeting = await record.getMeeting(meeting.movedTo);
    if (meeting === undefined || 'movedTo' in meeting) return undefined;
    const all = await record.listClaims({ meetingId: meeting.id, ...given({ field }) });
    const at = from === undefined ? 0 : readOffset(from, 1_000_000);
    const claims = all.slice(at, at + most);
    const evidenceOf = ({ articleId, textVersion, spans }: StoredClaim): Evidence[] =>
      spans.map((span) => ({ articleId, textVersion, ...span }));
    const sourcesOf = await openSources(archive, claims.flatMap(evidenceOf));
    return {
      total: all.length,
      next: at + most < all.length ? writeCursor([at + most]) : null,
      meeting: meeting.id,
      link: meetingLink(archive, meeting),
      claims: claims.map((claim) => ({
        field: claim.field,
        value: claim.value,
        polarity: claim.polarity,
        certainty: claim.certainty,
        basis: claim.basis,
        attributedTo: claim.source.attributedTo ?? null,
        sources: sourcesOf(evidenceOf(claim), 3),
      })),
    };
  },
});

/** All questions, in the order in which they are listed. */
export const mcpTools: readonly McpTool[] = [
  whoMetWhom,
  whatWasAgreed,
  getDossier,
  whatIsNew,
  evidenceForFact,
  ...articleTools,
];
