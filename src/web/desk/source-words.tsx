import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FollowedSource } from '../../jobs/collect/followed.ts';
import { errorSentence } from '../../messages/errors.ts';
import type { Source } from '../../store/collecting.ts';
import type { Translator } from '../i18n.ts';
import { safeUrl } from '../shown-text.ts';
import { instantText } from '../wording/days.ts';

/** The state of a source as a word with a sign before it. */
export function SourceState({ state, tr }: { readonly state: Source['state']; readonly tr: Translator }): JSX.Element {
  return <span class={`state is-${state === 'active' ? 'fine' : state}`}>{tr.t(`follow.state.${state}`)}</span>;
}

/** Why it is not active, or what was remarked at the last visit. */
export function SourceReason({
  source: { reason, detail },
  tr,
}: {
  readonly source: Pick<Source, 'reason' | 'detail'>;
  readonly tr: Translator;
}): JSX.Element | null {
  if (reason === undefined) return null;
  return (
    <p class="meta">
      {errorSentence(reason, tr.language)} {detail !== undefined && <bdi dir="ltr">({detail})</bdi>}
    </p>
  );
}

export function SourceAddress({ address }: { readonly address: string }): JSX.Element {
  const url = safeUrl(address);
  if (url === undefined) return <bdi dir="ltr">{address}</bdi>;
  return (
    <a href={url} rel="noopener external nofollow noreferrer" dir="ltr">
      {address}
    </a>
  );
}

export function instantOr(instant: string | undefined, tr: Translator): string {
  return instant === undefined ? tr.t('follow.never') : instantText(instant, tr);
}

/** What came of a source, in one line. */
export function itemsText({ items }: Pick<FollowedSource, 'items'>, tr: Translator): string {
  const failed = (items.failed ?? 0) + (items.refused ?? 0);
  return tr.t('follow.items', {
    stored: items.stored ?? 0,
    waiting: (items.waiting ?? 0) + (items.fetched ?? 0),
    failed,
    gone: items.gone ?? 0,
  });
}

/** `45 minutes`, `6 hours`. */
export function lengthText(seconds: number, tr: Translator): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [value, unit] = minutes < 90 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return value.toLocaleString(tr.locale, { style: 'unit', unit, unitDisplay: 'long' });
}
