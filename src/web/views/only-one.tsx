import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ToldFact } from '../../core/compare/told-facts.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { OnlyOne } from '../only-one.ts';
import { anchorOf } from '../published-article.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { whenText } from '../wording/meeting-sentence.ts';
import { countryText, placeText } from '../wording/places.ts';
import { articlePath } from './article-list.tsx';
import { ParticipantName } from './names.tsx';
import { OutcomeTag, OutcomeText } from './outcomes.tsx';
import { languageTag } from './quotations.tsx';
import { SourceName } from './source-name.tsx';

/** Facts and sentences of a story that one outlet alone has. */
export function OnlyOneSection({ only, tr }: { only: OnlyOne; tr: Translator }): JSX.Element | null {
  const { facts, sentences } = only;
  if (facts.length + sentences.length === 0) return null;
  return (
    <section class="only-one" aria-labelledby="only-title">
      <h2 id="only-title">{tr.t('story.only-one')}</h2>
      {facts.length > 0 && (
        <>
          <h3>{tr.t('story.only-facts')}</h3>
          <ul class="plain">
            {facts.map(({ fact, row, span }) => (
              <li>
                {factWords(fact, row.language, tr)}{' '}
                <a class="meta" href={`${articlePath(row.id)}${span === undefined ? '' : `#${anchorOf(span)}`}`}>
                  <SourceName row={row} tr={tr} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {sentences.length > 0 && (
        <>
          <h3>{tr.t('story.only-sentences')}</h3>
          <ul class="plain">
            {sentences.map(({ row, text }) => (
              <li>
                <blockquote lang={languageTag(row.language)} dir={directionOf(row.language)}>
                  {clipText(text, 360)}
                </blockquote>
                <a class="meta" href={articlePath(row.id)}>
                  <SourceName row={row} tr={tr} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const labels: Readonly<Partial<Record<ToldFact['field'], MessageKey>>> = {
  participant: 'card.who',
  when: 'card.when',
  where: 'card.where',
  topic: 'card.about',
  outcome: 'card.agreed',
  mechanism: 'card.body',
};

function factWords(fact: ToldFact, language: string, tr: Translator): Child {
  const label = labels[fact.field];
  return (
    <>
      {label !== undefined && (
        <span class="meta">
          {tr.t(label)}
          {tr.t('list.colon')}
        </span>
      )}
      {factValue(fact, language, tr)}
    </>
  );
}

function factValue(fact: ToldFact, language: string, tr: Translator): Child {
  switch (fact.field) {
    case 'participant':
      return <ParticipantName participant={fact.value} people={new Map()} tr={tr} country={fact.country} />;
    case 'when':
      return <span class="num">{whenText(fact.value, tr)}</span>;
    case 'where':
      return <bdi>{placeText(fact.value, tr)}</bdi>;
    case 'topic':
      return tr.t(`topic.${fact.value}` as MessageKey);
    case 'outcome':
      return (
        <>
          <OutcomeTag outcome={fact.value} tr={tr} />{' '}
          <OutcomeText text={fact.value.text} limit={200} language={language} />
        </>
      );
    case 'side':
      return countryText(fact.value, tr);
    case 'mechanism':
      return <bdi>{clipText(fact.value, 120)}</bdi>;
    default:
      return null;
  }
}
