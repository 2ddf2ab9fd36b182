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
    const titles = machine.map((title) => withoutSiteName(title.value, names));
    const value = withoutKicker(withoutSiteName(text, names), titles);
    const agreement = Math.max(0, ...titles.map((title) => titleSimilarity(title, value)));
    const first = draft.features[head]?.heading === 1;
    if (machine.length === 0 || agreement >= (first ? 0.25 : 0.8) || !agreeAmongThemselves(titles, names)) {
      const start = text.indexOf(value);
      return {
        value: value.replace(/\u00ad/g, ''),
        certainty: machine.length === 0 ? (draft.decisions[head]?.probability ?? 0.7) : agreement >= 0.7 ? 0.97 : 0.7,
        basis: draft.decisions[head]?.reason ?? 'headline',
        spans: [canonical.span(head, start, start + value.length)],
      };
    }
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

/** Two of the titles in the metadata say the same, and it is more than the name of the site. */
function agreeAmongThemselves(titles: readonly string[], names: readonly string[]): boolean {
  const [first, ...others] = titles;
  if (first === undefined || first.split(/\s+/).length < 3) return false;
  return (
    others.some((title) => titleSimilarity(title, first) >= 0.7) &&
    !names.some((name) => titleSimilarity(name, first) >= 0.6)
  );
}

/** Names under which the site may sign a title. */
export function siteNames(draft: Draft): string[] {
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
