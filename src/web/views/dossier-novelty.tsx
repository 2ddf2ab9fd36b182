import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { FirstTime } from '../../core/novelty/first-times.ts';
import type { ShownPhrase } from '../dossier-phrases.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { cleanText, clipText, directionOf } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { countryText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';
import { articlePath } from './article-list.tsx';
import { ListedEvidence } from './list-evidence.tsx';
import { instrumentText } from './outcomes.tsx';
import { languageTag } from './quotations.tsx';
import { SourceName } from './source-name.tsx';

const firstsShown = 16;

/** What a dossier had never seen before, the latest first; each leads to its meeting and the evidence there. */
export function FirstTimes(props: {
  firsts: readonly FirstTime[];
  meetings: readonly Meeting[];
  evidence: ListEvidence;
  tr: Translator;
}): JSX.Element | null {
  const { meetings, tr } = props;
  const firsts = [...props.firsts].reverse().slice(0, firstsShown);
  if (firsts.length === 0) return null;
  return (
    <section class="firsts" aria-labelledby="firsts-title">
      <h2 id="firsts-title">{tr.t('firsts.title')}</h2>
      <p class="meta">{tr.t('firsts.text')}</p>
      <ul class="plain">
        {firsts.map((first, index) => (
          <li>
            <a class="num" href={`/meetings/${encodeURIComponent(first.meetingId)}`}>
              {dayText(first.day, tr, 'short')}
            </a>
            {tr.t('list.colon')}
            {firstWords(first, meetings, tr)}
            <ListedEvidence
              id={`${first.meetingId}.f${index}`}
              evidence={first.evidence}
              list={props.evidence}
              tr={tr}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstWords(first: FirstTime, meetings: readonly Meeting[], tr: Translator): Child {
  switch (first.kind) {
    case 'level': {
      if (first.value === 'state' || first.value === 'government') return tr.t(`firsts.level-${first.value}`);
      const office = meetings
        .flatMap(({ sides }) => sides.flatMap((side) => side.participants))
        .find(({ roleCode }) => roleCode === first.value);
      const text = office?.roleText ?? first.value;
      return tr.rich('firsts.level-role', {
        role: <bdi>{roleText({ roleCode: first.value, roleText: text }, tr)}</bdi>,
      });
    }
    case 'type':
      return tr.t('firsts.type', { type: tr.t(`type.${first.value}` as MessageKey) });
    case 'topic':
      return tr.t('firsts.topic', { topic: tr.t(`topic.${first.value}` as MessageKey) });
    case 'instrument':
      return tr.t('firsts.instrument', { instrument: instrumentText(first.value, tr) });
    case 'mechanism':
      return tr.rich('firsts.mechanism', { mechanism: <bdi>{clipText(first.value, 120)}</bdi> });
    case 'visit':
      return tr.t('firsts.visit', {
        country: countryText(first.value, tr),
        by: countryText(first.by ?? '', tr),
        day: dayText(first.since?.day ?? '', tr, 'short') ?? '',
      });
  }
}

/** Words that come back, each with the day and the report of its first appearance. */
export function Phrases(props: {
  phrases: readonly ShownPhrase[];
  /** Of a dossier that is not read whole: how many meetings the reports belong to. */
  newest: number | undefined;
  tr: Translator;
}): JSX.Element | null {
  const { phrases, newest, tr } = props;
  if (phrases.length === 0) return null;
  return (
    <section class="phrases" aria-labelledby="phrases-title">
      <h2 id="phrases-title">{tr.t('phrases.title')}</h2>
      <table>
        <caption class="hidden">{tr.t('phrases.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{tr.t('phrases.phrase')}</th>
            <th scope="col">{tr.t('phrases.first')}</th>
            <th scope="col">{tr.t('phrases.times')}</th>
          </tr>
        </thead>
        <tbody>
          {phrases.map(({ language, text, first, times }) => (
            <tr>
              <td lang={languageTag(language)} dir={directionOf(language)}>
                {clipText(cleanText(text), 200)}
              </td>
              <td>
                <a href={articlePath(first.id)}>
                  <SourceName row={first} tr={tr} />
                </a>
              </td>
              <td class="num">{times.toLocaleString(tr.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest !== undefined && <p class="meta">{tr.t('phrases.newest', { count: newest })}</p>}
    </section>
  );
}
