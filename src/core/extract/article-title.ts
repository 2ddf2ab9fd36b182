import type { Sourced } from '../model/evidence.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { machineTitles, metaValue } from './machine-values.ts';
import { hostOf } from './profiles/find-profile.ts';
import { titleSimilarity, withoutSiteName } from './title-match.ts';

/** The title as the page shows it, else as its metadata says, without the site's name. */
export function findTitle(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const names = siteNames(draft);
  const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
  const machine = machineTitles(draft.raw);
  if (head >= 0) {
    const text = draft.raw.blocks[head]?.text ?? '';
    const value = withoutKicker(
      withoutSiteName(text, names),
      machine.map((title) => withoutSiteName(title.value, names)),
    );
    const start = text.indexOf(value);
    const agreed = machine.some((title) => titleSimilarity(title.value, value) >= 0.7);
    return {
      value,
      certainty: machine.length === 0 ? (draft.decisions[head]?.probability ?? 0.7) : agreed ? 0.97 : 0.7,
      basis: draft.decisions[head]?.reason ?? 'headline',
      spans: [canonical.span(head, start, start + value.length)],
    };
  }
  const best = machine[0];
  if (!best) return undefined;
  const value = withoutSiteName(best.value.replace(/\s+/g, ' ').trim(), names);
  if (value === '') return undefined;
  const whole = canonical.cite(best.value, best.key, best.pageStart);
  const at = Math.max(0, best.value.replace(/\s+/g, ' ').trim().indexOf(value));
  return {
    value,
    certainty: 0.75,
    basis: best.key,
    spans: [{ start: whole.start + at, end: Math.min(whole.end, whole.start + at + value.length) }],
  };
}

/** Names under which the site may sign a title. */
function siteNames(draft: Draft): string[] {
  const host = hostOf(draft.page.url ?? draft.raw.canonicalUrl?.value);
  const bare = host?.split('.').filter((part) => part.length > 3) ?? [];
  const site = metaValue(draft.raw, [
    'og:site_name',
    'application-name',
    'al:android:app_name',
    'twitter:app:name:iphone',
  ]);
  return [
    ...(draft.profile ? [draft.profile.name] : []),
    ...(site ? [site.value] : []),
    ...(host ? [host, ...bare] : []),
  ];
}

/** A heading may hold a kicker before the title that the metadata gives alone: then the title is the rest. */
function withoutKicker(heading: string, titles: readonly string[]): string {
  const rest = titles.find((title) => title.length >= 15 && title.length < heading.length && heading.endsWith(title));
  return rest ?? heading;
}
