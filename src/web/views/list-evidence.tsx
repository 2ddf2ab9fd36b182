import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Evidence } from '../../core/model/evidence.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { type ListEvidence, placeOf } from '../list-evidence.ts';
import { meetingFacts } from '../meeting-facts.ts';
import { directionOf } from '../shown-text.ts';
import type { PeopleById } from '../wording/people.ts';
import { languageTag, Quotations, QuotationText } from './quotations.tsx';

/** The sentences of one fact of a list: in place where they were read, else one request away. */
export function ListedEvidence(props: {
  id: string;
  evidence: readonly Evidence[];
  list: ListEvidence;
  tr: Translator;
}): JSX.Element | null {
  const { id, evidence, list, tr } = props;
  if (evidence.length === 0) return null;
  const quotationsOf = list.of(id);
  if (quotationsOf === undefined) return <OpenLink id={id} list={list} tr={tr} />;
  return (
    <div id={placeOf(id)}>
      <Quotations quotations={quotationsOf(evidence)} open={list.isOpen(id)} tr={tr} />
    </div>
  );
}

/** Every fact of one meeting of a list with the sentence it rests on. */
export function MeetingEvidence(props: {
  meeting: Meeting;
  people: PeopleById;
  list: ListEvidence;
  tr: Translator;
}): JSX.Element {
  const { meeting, people, list, tr } = props;
  const quotationsOf = list.of(meeting.id);
  if (quotationsOf === undefined) return <OpenLink id={meeting.id} list={list} tr={tr} />;
  const facts = meetingFacts(meeting, people, tr).flatMap((fact) => {
    const [quotation] = quotationsOf(fact.evidence);
    return quotation === undefined ? [] : [{ ...fact, quotation }];
  });
  return (
    <details class="quotations listed" id={placeOf(meeting.id)} open={list.isOpen(meeting.id)}>
      <summary>{tr.t('evidence.of-meeting')}</summary>
      {facts.length === 0 && <p class="meta">{tr.t('evidence.none')}</p>}
      <ul>
        {facts.map(({ label, text, language, quotation }) => (
          <li>
            <p class="meta">
              {label}
              {tr.t('list.colon')}
              {language === undefined ? (
                <bdi>{text}</bdi>
              ) : (
                <bdi lang={languageTag(language)} dir={directionOf(language)}>
                  {text}
                </bdi>
              )}
            </p>
            <QuotationText quotation={quotation} tr={tr} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OpenLink({ id, list, tr }: { id: string; list: ListEvidence; tr: Translator }): JSX.Element {
  return (
    <p class="open-evidence" id={placeOf(id)}>
      <a href={list.hrefOf(id)} rel="nofollow">
        {tr.t('evidence.of-meeting')}
      </a>
    </p>
  );
}
