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

/** Outcomes that bind, before those that only please; of equals those that the reader can read. */
export function byWeight(meeting: Pick<Meeting, 'outcomes'>, tr: Translator): Meeting['outcomes'] {
  const order = { commitment: 0, intent: 1, courtesy: 2 } as const;
  const distance = ({ language = 'und' }: { language?: string }): number =>
    language === tr.language ? 0 : directionOf(language) === tr.direction ? 1 : 2;
  return [...meeting.outcomes].sort((a, b) => order[a.strength] - order[b.strength] || distance(a) - distance(b));
}
