import type { Sourced } from '../model/evidence.ts';
import type { RawBlock } from '../read/raw-page.ts';
import { foldName } from '../text/normalise.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { parsePublicationLine } from './line-shapes.ts';
import { metaValue } from './machine-values.ts';
import { hostOf, recogniseProfile } from './profiles/find-profile.ts';

export interface Publishers {
  readonly outlet?: Sourced<string>;
  readonly aggregator?: Sourced<string>;
}

/**
 * Who published and who republishes. A line "Published in X on …" names the original outlet, and then the site itself is
 * the aggregator, known or not; else the site is the outlet.
 */
export function findPublishers(draft: Draft, canonical: CanonicalText): Publishers {
  const site = findSite(draft, canonical);
  for (let i = 0; i < draft.decisions.length; i++) {
    const decision = draft.decisions[i];
    if (decision?.reason !== 'publication-line') continue;
    const text = draft.raw.blocks[i]?.text ?? '';
    const line = parsePublicationLine(text);
    if (!line) continue;
    const name = text.slice(line.outlet.start, line.outlet.end);
    const outlet: Sourced<string> = {
      value: name,
      certainty: 0.97,
      basis: 'publication-line',
      spans: [canonical.span(i, line.outlet.start, line.outlet.end)],
    };
    // An outlet may print such a line about itself.
    if (site && site.value.toLowerCase() === name.toLowerCase()) return { outlet };
    return site ? { outlet, aggregator: site } : { outlet };
  }
  if (!site) return {};
  return draft.profile?.aggregator === true ? { aggregator: site } : { outlet: site };
}

function findSite(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const url = draft.page.url ?? draft.raw.canonicalUrl?.value;
  if (draft.profile && url) {
    return { value: draft.profile.name, certainty: 0.97, basis: 'profile', spans: [canonical.cite(url, 'address')] };
  }
  const folded = new Set(draft.features.map((features) => features.folded));
  const recognised = recogniseProfile(folded, draft.profile ? [draft.profile] : draft.profiles);
  if (recognised?.fingerprints) {
    const spans = recognised.fingerprints.map((line) =>
      canonical.span(draft.features.findIndex((features) => features.folded === line)),
    );
    return { value: recognised.name, certainty: 0.85, basis: 'fingerprint', spans };
  }
  const named = metaValue(draft.raw, ['og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title']);
  if (named)
    return {
      value: named.value,
      certainty: 0.9,
      basis: `meta ${named.key}`,
      spans: [canonical.cite(named.value, `meta ${named.key}`, named.pageStart)],
    };
  for (const object of articleObjects(draft.raw)) {
    const publisher = stringsAt(object, 'publisher')[0];
    if (publisher)
      return {
        value: publisher,
        certainty: 0.85,
        basis: `${object.origin} publisher`,
        spans: [canonical.cite(publisher, `${object.origin} publisher`, object.pageStart)],
      };
  }
  const host = hostOf(url);
  if (!host || !url) return siteInTitle(draft, canonical) ?? ownName(draft, canonical);
  const spelled = nameSpelledByHost(draft, canonical, host);
  if (spelled) return spelled;
  const whole = canonical.cite(url, 'address');
  const at = url.toLowerCase().indexOf(host);
  return {
    value: host,
    certainty: 0.6,
    basis: 'host',
    spans: [{ start: whole.start + at, end: whole.start + at + host.length }],
  };
}

/** The name that the page gives itself: a part of `<title>`, or a short line, whose letters are those of the host. */
function nameSpelledByHost(draft: Draft, canonical: CanonicalText, host: string): Sourced<string> | undefined {
  const labels = host
    .split('.')
    .slice(0, -1)
    .map(squash)
    .filter((label) => label.length >= 4);
  const matches = (text: string) => {
    const squashed = squash(text);
    return (
      squashed.length >= 4 &&
      labels.some(
        (label) =>
          label === squashed ||
          `the${label}` === squashed ||
          label === `the${squashed}` ||
          (squashed.endsWith(label) && squashed.length <= label.length + 3),
      )
    );
  };
  const title = draft.raw.documentTitle;
  for (const part of title?.value.split(/\s+[|–—:·-]\s+/) ?? []) {
    if (!title || !matches(part)) continue;
    const whole = canonical.cite(title.value, 'title', title.pageStart);
    const at = whole.start + title.value.replace(/\s+/g, ' ').trim().indexOf(part.trim());
    return {
      value: part.trim(),
      certainty: 0.85,
      basis: 'title',
      spans: [{ start: at, end: at + part.trim().length }],
    };
  }
  for (let i = 0; i < draft.raw.blocks.length; i++) {
    const block = draft.raw.blocks[i] as RawBlock;
    const features = draft.features[i];
    if (
      !features ||
      features.words > 6 ||
      !/\p{Lu}|\p{Lo}/u.test(block.text) ||
      /\.\p{L}{2,}$/u.test(block.text) ||
      !matches(block.text)
    )
      continue;
    return { value: block.text, certainty: 0.8, basis: 'own-line', spans: [canonical.span(i)] };
  }
  return undefined;
}

function squash(text: string): string {
  return foldName(text).replace(/ /g, '');
}

/** "Title | Outlet" in `<title>`. */
function siteInTitle(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const title = draft.raw.documentTitle;
  const match = title && /\s[|–—-]\s([^|–—-]{2,40})$/.exec(title.value);
  if (!title || !match) return undefined;
  const whole = canonical.cite(title.value, 'title', title.pageStart);
  const name = match[1] as string;
  return { value: name, certainty: 0.5, basis: 'title', spans: [{ start: whole.end - name.length, end: whole.end }] };
}

/** A programme that carries the outlet's own name, in a short line outside the article. */
function ownName(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  for (const profile of draft.profiles) {
    for (const name of profile.ownNames ?? []) {
      for (let i = 0; i < draft.raw.blocks.length; i++) {
        const block = draft.raw.blocks[i] as RawBlock;
        const label = draft.decisions[i]?.label;
        if (label === 'body' || label === 'headline' || label === 'ticker' || block.text.length > 200) continue;
        const at = block.text.indexOf(name);
        if (at < 0 || /[\p{L}\p{N}]/u.test(block.text[at + name.length] ?? ' ')) continue;
        return {
          value: profile.name,
          certainty: 0.6,
          basis: 'own-name',
          spans: [canonical.span(i, at, at + name.length)],
        };
      }
    }
  }
  return undefined;
}
