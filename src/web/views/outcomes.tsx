import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting, Outcome } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { languageTag } from './quotations.tsx';

/** "signed · memorandum of understanding". */
export function OutcomeTag(props: {
  outcome: Pick<Outcome, 'kind' | 'instrument' | 'strength'>;
  tr: Translator;
}): JSX.Element {
  const { outcome, tr } = props;
  return (
    <span class={`outcome-tag is-${outcome.strength}`}>
      <span class="tag">{tr.t(`outcome.${outcome.kind}` as MessageKey)}</span>
      {outcome.instrument !== undefined && <span class="instrument">{instrumentText(outcome.instrument, tr)}</span>}
    </span>
  );
}

/** The words of the outcome, in the direction of their own language. */
export function OutcomeText(props: { text: string; limit: number; language?: string | undefined }): JSX.Element {
  const { text, limit, language = 'und' } = props;
  return (
    <span class="outcome-text" lang={languageTag(language)} dir={directionOf(language)}>
      {clipText(text, limit)}
    </span>
  );
}

export function instrumentText(instrument: string, tr: Translator): string {
  return tr.maybe(`instrument.${instrument}`) ?? clipText(instrument.replaceAll('_', ' '), 60);
}

/** The same outcome as reports in other languages put it, closed until asked for. */
export function Tellings(props: { outcome: Meeting['outcomes'][number]; tr: Translator }): JSX.Element | null {
  const { outcome, tr } = props;
  const { tellings = [] } = outcome;
  if (tellings.length === 0) return null;
  return (
    <details class="quotations tellings">
      <summary>{tr.t('outcome.tellings', { count: tellings.length })}</summary>
      <ul class="plain">
        {tellings.map(({ text, language }) => (
          <li>
            <OutcomeText text={text} limit={400} language={language} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Told in the reader's language where a report is written in it; the other words follow as tellings. */
function inWordsOf(outcome: Meeting['outcomes'][number], language: string): Meeting['outcomes'][number] {
  const { tellings = [], text, language: own } = outcome;
  const telling = own === language ? undefined : tellings.find((one) => one.language === language);
  if (telling === undefined) return outcome;
  const others = tellings.filter((one) => one !== telling);
  return {
    ...outcome,
    text: telling.text,
    language: telling.language,
    tellings: [...(own === undefined ? [] : [{ text, language: own, evidence: outcome.evidence }]), ...others],
  };
}

/** Outcomes that bind, before those that only please; of equals those that the reader can read. */
export function byWeight(meeting: Pick<Meeting, 'outcomes'>, tr: Translator): Meeting['outcomes'] {
  const order = { commitment: 0, intent: 1, courtesy: 2 } as const;
  const distance = ({ language = 'und' }: { language?: string }): number =>
    language === tr.language ? 0 : directionOf(language) === tr.direction ? 1 : 2;
  return meeting.outcomes
    .map((outcome) => inWordsOf(outcome, tr.language))
    .sort((a, b) => order[a.strength] - order[b.strength] || distance(a) - distance(b));
}
