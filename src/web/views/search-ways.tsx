import type { JSX } from 'hono/jsx/jsx-runtime';
import { searchFieldName, searchVocabulary } from '../../core/languages/search-vocabulary.ts';
import { type SearchField, searchFields } from '../../core/languages/search-words.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { queryField, searchPath } from '../search-query.ts';
import { countryText } from '../wording/places.ts';

/** What a query can say, by examples that are links. */
export function SearchWays({ tr }: { tr: Translator }): JSX.Element {
  return (
    <section class="ways" aria-labelledby="ways-title">
      <h2 id="ways-title">{tr.t('search.ways-title')}</h2>
      <dl>
        {examplesOf(tr).map(([key, query]) => (
          <div>
            <dt>
              <a href={searchPath(query, 'newest')} rel="nofollow">
                <bdi>{query}</bdi>
              </a>
            </dt>
            <dd>{tr.t(key)}</dd>
          </div>
        ))}
      </dl>
      <p class="meta">
        {tr.t('search.way.fields', {
          fields: searchFields.map((field) => `${searchFieldName(field, tr.language)}:`).join(' '),
        })}
      </p>
    </section>
  );
}

function examplesOf(tr: Translator): readonly (readonly [MessageKey, string])[] {
  const { topics, or } = searchVocabulary[tr.language];
  const first = (topic: 'migration' | 'border' | 'energy') => topics[topic].split('|')[0] ?? topic;
  const [migration, border, energy] = [first('migration'), first('border'), first('energy')];
  const field = (name: SearchField, value: string) => `${queryField(name, tr)}:${value}`;
  return [
    ['search.way.words', `${migration} ${border}`],
    ['search.way.phrase', `"${topics.civil_protection.split('|')[0]}"`],
    ['search.way.or', `${migration} ${or} ${energy}`],
    ['search.way.not', `${migration} -${energy}`],
    ['search.way.country', field('country', countryText('MA', tr))],
    ['search.way.date', field('date', '2024-01..2024-06')],
    ['search.way.title', field('title', migration)],
  ];
}
