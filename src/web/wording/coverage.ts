import type { CoverageAlert, CoverageBoard, OutletCoverage } from '../../jobs/coverage-board.ts';
import { errorSentence } from '../../messages/errors.ts';
import type { CoverageInput } from '../../schemas/coverage.ts';
import type { Translator } from '../i18n.ts';
import { languageName } from '../views/article-list.tsx';
import { dayText } from './days.ts';

/** Why an outlet is in its state, in one or two sentences. */
export function coverageReason(covered: OutletCoverage, tr: Translator): string {
  const { state, source, silence, rhythm, days, lastVisit } = covered;
  switch (state) {
    case 'not-followed':
    case 'paused':
      return tr.t(`coverage.why.${state}`);
    case 'blocked':
    case 'gone':
      return `${tr.t(`coverage.why.${state}`)} ${lastGoodText(source?.lastGood, tr)}`;
    case 'failing': {
      const reason = source?.reason === undefined ? '' : `${errorSentence(source.reason, tr.language)} `;
      return `${reason}${lastGoodText(source?.lastGood, tr)}`;
    }
    case 'unvisited':
      return tr.t('coverage.why.unvisited', { day: dayOr(lastVisit, tr) });
    case 'silent':
      return silenceText(silence, covered.outlet.articles > 0, tr);
    case 'learning':
      return tr.t('coverage.why.learning', { days: rhythm.daysSeen, needed: covered.daysNeeded });
    default: {
      const week = days.slice(-8, -1);
      return tr.t('coverage.why.rhythm', {
        received: numberText(
          week.reduce((sum, day) => sum + day.received, 0),
          tr,
        ),
        expected: numberText(
          week.reduce((sum, day) => sum + (day.expected ?? 0), 0),
          tr,
        ),
      });
    }
  }
}

/** What is out of the ordinary, in words. */
export function alertReason(alert: CoverageAlert, covered: OutletCoverage, tr: Translator): string {
  if (alert.language === undefined) return coverageReason(covered, tr);
  return silenceText(alert.silence, true, tr);
}

/** `The Coast: silent`, or which language of it is. */
export function alertTitle({ outlet, kind, language }: CoverageAlert, tr: Translator): string {
  return tr.t('coverage.alert', {
    outlet: outlet.name,
    state:
      language === undefined
        ? tr.t(`coverage.state.${kind}`)
        : tr.t('coverage.language-silent', { language: languageName(language, tr) }),
  });
}

/** The board with its sentences, for programs. */
export function coverageInput({ outlets, alerts }: CoverageBoard, tr: Translator): CoverageInput {
  const byId = new Map(outlets.map((covered) => [covered.outlet.id, covered]));
  return {
    daysNeeded: outlets[0]?.daysNeeded ?? 0,
    outlets: outlets.map((covered) => ({ ...covered, sentence: coverageReason(covered, tr) })),
    alerts: alerts.flatMap((alert) => {
      const covered = byId.get(alert.outlet.id);
      return covered === undefined ? [] : [{ ...alert, sentence: alertReason(alert, covered, tr) }];
    }),
  };
}

function silenceText(silence: OutletCoverage['silence'], hasArticles: boolean, tr: Translator): string {
  const { days, lastDay, lastIsoDay, missed, longestBefore } = withIsoDay(silence);
  if (lastDay === undefined) return tr.t(hasArticles ? 'coverage.why.long' : 'coverage.why.never', { days });
  const sentence = tr.t('coverage.why.silent', { days, day: dayOr(lastIsoDay, tr), longest: longestBefore });
  if (missed === undefined || missed < 1) return sentence;
  return `${sentence} ${tr.t('coverage.why.missed', { missed: Math.round(missed) })}`;
}

function withIsoDay(silence: OutletCoverage['silence']) {
  const { lastDay } = silence;
  return {
    ...silence,
    lastIsoDay: lastDay === undefined ? undefined : new Date(lastDay * 86_400_000).toISOString().slice(0, 10),
  };
}

function lastGoodText(lastGood: string | undefined, tr: Translator): string {
  return lastGood === undefined
    ? tr.t('coverage.why.never-good')
    : tr.t('coverage.why.last-good', { day: dayOr(lastGood, tr) });
}

function dayOr(day: string | undefined, tr: Translator): string {
  return (day === undefined ? undefined : dayText(day, tr)) ?? tr.t('coverage.unknown');
}

/** Half an article is a median too. */
export function numberText(value: number, tr: Translator): string {
  return value.toLocaleString(tr.locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
