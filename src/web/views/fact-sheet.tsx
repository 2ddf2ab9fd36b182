import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Fact, FactSheet } from '../facts.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { anchorOf } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { whenText } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { countryText, placeText } from '../wording/places.ts';
import { ChainLinkText } from './attribution-chain.tsx';
import { meetingPath } from './meeting-list.tsx';
import { ParticipantName } from './names.tsx';
import { OutcomeTag, OutcomeText } from './outcomes.tsx';
import { PairLink } from './pair-link.tsx';
import { StatusTag } from './status.tsx';

type Row = 'who' | 'when' | 'where' | 'about' | 'agreed' | 'said' | 'body' | 'attribution' | 'chain';

const rowOf: Readonly<Partial<Record<Fact['field'], Row>>> = {
  participant: 'who',
  side: 'who',
  when: 'when',
  where: 'where',
  topic: 'about',
  outcome: 'agreed',
  statement: 'said',
  mechanism: 'body',
  ordinal: 'body',
  attribution: 'attribution',
  chain: 'chain',
};
const rows: readonly Row[] = ['who', 'when', 'where', 'about', 'agreed', 'said', 'body', 'attribution', 'chain'];

/** What an article tells of one meeting: every value leads to its sentence. */
export function FactSheetCard(props: {
  sheet: FactSheet;
  meeting: Meeting | undefined;
  people: PeopleById;
  tr: Translator;
}): JSX.Element {
  const { sheet, meeting, people, tr } = props;
  const { type, status, prominence, sides } = sheet.meeting;
  const facts = new Map<Row, Fact[]>();
  for (const fact of sheet.facts) {
    const row = rowOf[fact.field];
    if (row !== undefined) facts.set(row, [...(facts.get(row) ?? []), fact]);
  }
  const kind = sheet.facts.find((fact) => fact.field === 'type');
  const state = sheet.facts.find((fact) => fact.field === 'status');
  return (
    <section class={`card is-${prominence}`}>
      <h2>
        {tr.t(`prominence.${prominence}` as MessageKey)} <PairLink sides={sides} tr={tr} />
      </h2>
      <p class="card-status">
        <FactValueLine fact={kind} tr={tr}>
          {tr.t(`type.${type}` as MessageKey)}
        </FactValueLine>
        <FactValueLine fact={state} tr={tr}>
          <StatusTag status={status} type={type} tr={tr} />
        </FactValueLine>
      </p>
      <dl>
        {rows.map((row) => {
          const list = facts.get(row);
          if (list === undefined) return null;
          return (
            <div>
              <dt>{tr.t(`card.${row}` as MessageKey)}</dt>
              {list.map((fact) => (
                <dd>
                  <FactValueLine fact={fact} tr={tr}>
                    {showFact(fact, people, tr)}
                  </FactValueLine>
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      {meeting !== undefined && (
        <p class="to-record">
          <a href={meetingPath(meeting)}>{tr.t('card.to-record')}</a>{' '}
          <span class="meta num">{tr.t('count.sources', { count: meeting.independentSources })}</span>
        </p>
      )}
    </section>
  );
}

function FactValueLine(props: { fact: Fact | undefined; tr: Translator; children?: Child }): JSX.Element {
  const { fact, tr } = props;
  const span = fact?.spans[0];
  if (fact?.number === undefined || span === undefined) return <span class="fact">{props.children}</span>;
  return (
    <span class="fact" id={`f-${fact.number}`}>
      {props.children}{' '}
      <a class="ref" href={`#${anchorOf(span)}`} aria-label={tr.t('evidence.to-sentence', { number: fact.number })}>
        {fact.number}
      </a>
    </span>
  );
}

function showFact(fact: Fact, people: PeopleById, tr: Translator): Child {
  switch (fact.field) {
    case 'participant':
      return <ParticipantName participant={fact.value} people={people} tr={tr} country={fact.side.country} />;
    case 'side':
      return countryText(fact.value.country, tr);
    case 'when':
      return (
        <>
          <span class="num">{whenText(fact.value, tr)}</span>
          {fact.value.conflict === true && <span class="meta"> {tr.t('when.conflict')}</span>}
        </>
      );
    case 'where':
      return <bdi>{placeText(fact.value, tr)}</bdi>;
    case 'topic':
      return tr.t(`topic.${fact.value}` as MessageKey);
    case 'outcome':
      return (
        <>
          <OutcomeTag outcome={fact.value} tr={tr} /> <OutcomeText text={fact.value.text} limit={200} />
        </>
      );
    case 'statement':
      return (
        <>
          <bdi>{clipText(fact.value.speaker, 80)}</bdi>
          {tr.t('list.colon')}
          <OutcomeText text={fact.value.text} limit={160} />
        </>
      );
    case 'mechanism':
      return <bdi>{clipText(fact.value, 120)}</bdi>;
    case 'ordinal': {
      const { n, since } = fact.value;
      return since === undefined ? tr.t('ordinal.plain', { n }) : tr.t('ordinal.since', { n, since });
    }
    case 'attribution': {
      const kind = tr.maybe(`attribution.${fact.value.kind}`) ?? clipText(fact.value.kind, 40);
      return fact.value.issuer === undefined ? (
        kind
      ) : (
        <>
          {kind}
          {tr.t('list.comma')}
          <bdi>{clipText(fact.value.issuer, 120)}</bdi>
        </>
      );
    }
    case 'chain':
      return <ChainLinkText link={fact.value} tr={tr} />;
    default:
      return null;
  }
}
