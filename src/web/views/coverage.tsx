import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CoverageDay, CoverageState, LanguageCoverage, OutletCoverage } from '../../jobs/coverage-board.ts';
import type { Translator } from '../i18n.ts';
import { CoverageStrip } from '../pictures/coverage-strip.tsx';
import { clipText, safeUrl } from '../shown-text.ts';
import { coverageReason, numberText } from '../wording/coverage.ts';
import { dayText } from '../wording/days.ts';
import { languageName } from './article-list.tsx';

/** The state as a word with a sign before it: colour alone says nothing. */
export function StateMark({ state, tr }: { state: CoverageState; tr: Translator }): JSX.Element {
  return <span class={`state is-${state}`}>{tr.t(`coverage.state.${state}`)}</span>;
}

/** What one outlet was expected to give, what came, in which language, and the numbers behind the picture. */
export function CoverageSection({ covered, tr }: { covered: OutletCoverage; tr: Translator }): JSX.Element | null {
  if (covered.state === 'not-followed') return null;
  const languages = covered.languages.length > 1 ? covered.languages : [];
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{tr.t('coverage.title')}</h2>
      <p>
        <StateMark state={covered.state} tr={tr} />
        {'. '}
        {coverageReason(covered, tr)}
      </p>
      <SourceLine covered={covered} tr={tr} />
      <figure>
        <CoverageStrip days={covered.days} tr={tr} />
        <figcaption class="legend">
          <span class="key-came">{tr.t('coverage.legend-received')}</span>
          <span class="key-expected">{tr.t('coverage.legend-expected')}</span>
        </figcaption>
      </figure>
      {languages.length > 0 && (
        <dl class="by-language">
          {languages.map((one) => (
            <div>
              <dt>{languageName(one.language, tr)}</dt>
              <dd>
                <CoverageStrip days={one.days} tr={tr} />
                <LastDay of={one} tr={tr} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>{tr.t('coverage.table')}</summary>
        <DayTable days={covered.days} tr={tr} />
      </details>
    </section>
  );
}

function SourceLine({ covered, tr }: { covered: OutletCoverage; tr: Translator }): JSX.Element | null {
  const url = covered.source === undefined ? undefined : safeUrl(covered.source.address);
  if (url === undefined) return null;
  return (
    <p class="meta">
      {tr.t('coverage.sources')}{' '}
      <a href={url} rel="noopener external nofollow" dir="ltr">
        {clipText(url, 90)}
      </a>
    </p>
  );
}

export function LastDay({ of, tr }: { of: Pick<LanguageCoverage, 'lastDay'>; tr: Translator }): JSX.Element {
  return (
    <span class="meta num">
      {tr.t('coverage.last-article')}{' '}
      {of.lastDay === undefined ? tr.t('coverage.unknown') : dayText(of.lastDay, tr, 'short')}
    </span>
  );
}

function DayTable({ days, tr }: { days: readonly CoverageDay[]; tr: Translator }): JSX.Element {
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{tr.t('coverage.day')}</th>
          <th scope="col" class="figure">
            {tr.t('coverage.received')}
          </th>
          <th scope="col" class="figure">
            {tr.t('coverage.expected')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map(({ day, received, expected }) => (
          <tr>
            <th scope="row" class="num">
              {dayText(day, tr, 'short')}
            </th>
            <td class="num figure">{numberText(received, tr)}</td>
            <td class="num figure">{expected === undefined ? tr.t('coverage.unknown') : numberText(expected, tr)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
