import type { DateCandidate, PublishedDate } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import type { CanonicalText } from './canonical-text.ts';
import { type Candidate, dayOf, daysBetween, hasDay } from './date-candidate.ts';
import type { Draft } from './draft.ts';
import { addressDates, machineDates } from './machine-dates.ts';
import { printedDates } from './printed-candidates.ts';

export interface PublicationDates {
  readonly published?: Sourced<PublishedDate>;
  readonly modified?: Sourced<PublishedDate>;
  readonly notLaterThan?: Sourced<string>;
  readonly candidates: readonly DateCandidate[];
}

/**
 * Every date that could be the day of publication, each taken or refused with a reason, and the one that is believed:
 * a publication line first, then machine-readable dates, the address, printed dates. A site's clock, a copyright line, a
 * comment or a day after the save never is; a clock still says "no later than".
 */
export function findPublicationDates(draft: Draft, canonical: CanonicalText): PublicationDates {
  const saved = draft.page.savedAt?.slice(0, 10);
  const address = addressDates(draft, canonical);
  const all = readOneWay([...machineDates(draft, canonical), ...address, ...printedDates(draft, canonical)]);
  const judged = judgeByAddress(
    all.map((candidate) =>
      mayCount(candidate) && saved !== undefined && isAfter(candidate, saved)
        ? { ...candidate, rank: 0, reason: 'future' }
        : candidate,
    ),
    address.find(({ rank }) => rank > 0.8),
  );
  const modified = best(judged.filter(({ role, rank }) => role === 'modified' && rank > 0));
  const believed = best(judged.filter(({ role, rank }) => role === 'published' && rank > 0)) ?? onlyDay(judged);
  const chosen = believed && (firstPublication(believed, judged) ?? newsroomDay(believed, judged) ?? believed);
  const bound = notLaterThan(draft, canonical, judged, saved);
  return {
    ...(chosen ? { published: sourced(chosen) } : {}),
    ...(modified ? { modified: sourced(modified) } : {}),
    ...(bound && !(chosen && hasDay(chosen)) ? { notLaterThan: bound } : {}),
    candidates: judged.map((candidate) => {
      const accepted = candidate === modified || candidate === chosen || chosen?.span === candidate.span;
      const reason = candidate.rank > 0 ? 'less-trusted' : candidate.reason;
      return {
        ...candidate.span(),
        edtf: candidate.value.edtf,
        origin: candidate.origin,
        accepted,
        reason: accepted ? candidate.origin : reason,
      };
    }),
  };
}

/** Days before months, then the more trusted place; among equals the first on the page. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  let winner: Candidate | undefined;
  for (const candidate of candidates) {
    if (!winner || weight(candidate) > weight(winner)) winner = candidate;
  }
  return winner;
}

function weight(candidate: Candidate): number {
  return candidate.rank + (hasDay(candidate) ? 10 : 0);
}

function sourced({ value, rank, origin, span }: Candidate): Sourced<PublishedDate> {
  return { value, certainty: Math.min(0.99, rank), basis: origin, spans: [span()] };
}

/** `03/04/2024` is read as the other dates of the page read it, where one of them says the same day. */
function readOneWay(candidates: readonly Candidate[]): readonly Candidate[] {
  if (!candidates.some(({ exchanged }) => exchanged !== undefined)) return candidates;
  const sure = new Set(candidates.filter((item) => item.exchanged === undefined && hasDay(item)).map(dayOf));
  const votes = { kept: 0, exchanged: 0 };
  for (const candidate of candidates) {
    if (candidate.exchanged === undefined) continue;
    if (sure.has(dayOf(candidate))) votes.kept++;
    else if (sure.has(candidate.exchanged.slice(0, 10))) votes.exchanged++;
  }
  if (votes.exchanged <= votes.kept) return candidates;
  return candidates.map((candidate) =>
    candidate.exchanged === undefined
      ? candidate
      : { ...candidate, value: { ...candidate.value, edtf: candidate.exchanged } },
  );
}

/** Later than the save by more than what zones explain; a month or a year that had not begun then. */
function isAfter(candidate: Candidate, saved: string): boolean {
  if (hasDay(candidate)) return daysBetween(saved, dayOf(candidate)) > 1;
  const { edtf } = candidate.value;
  return edtf > saved.slice(0, edtf.length);
}

/** Believed, or believed later when nothing better is known. */
function mayCount({ rank, reason }: Candidate): boolean {
  return rank > 0 || placedAmiss.has(reason);
}

const placedAmiss: ReadonlySet<string> = new Set(['far-from-article', 'site-clock', 'other-article']);

/**
 * An address that carries a month or a day vouches for printed dates that agree with it, wherever they stand, when
 * nothing better is known, and against those that do not.
 */
function judgeByAddress(candidates: readonly Candidate[], address: Candidate | undefined): readonly Candidate[] {
  if (!address) return candidates;
  const month = address.value.edtf.slice(0, 7);
  const better = candidates.some(
    (candidate) => candidate.rank > 0 && candidate.role === 'published' && hasDay(candidate) && agrees(candidate),
  );
  function agrees({ value }: Candidate): boolean {
    return value.edtf.startsWith(address?.value.edtf ?? month);
  }
  return candidates.map((candidate) => {
    if (!candidate.origin.startsWith('printed') && candidate.origin !== 'site-clock') return candidate;
    if (candidate.rank > 0 && candidate.role === 'published' && !monthsTouch(candidate.value.edtf, month))
      return { ...candidate, rank: 0, reason: 'not-as-address' };
    if (!better && candidate.rank === 0 && placedAmiss.has(candidate.reason) && hasDay(candidate) && agrees(candidate))
      return { ...candidate, rank: 0.68, role: 'published' as const };
    return candidate;
  });
}

/** The same month, or the one after: what is written in one may appear in the next. */
function monthsTouch(edtf: string, month: string): boolean {
  const number = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const distance = number(edtf) - number(month);
  return distance === 0 || distance === 1;
}

/** A page may set its date anywhere: when it prints one day in all, outside comments and other articles, that is it. */
function onlyDay(candidates: readonly Candidate[]): Candidate | undefined {
  const far = candidates.filter(({ reason, value }) => reason === 'far-from-article' && value.precision !== 'month');
  const [first] = far;
  return first && far.every((other) => dayOf(other) === dayOf(first)) ? { ...first, rank: 0.55 } : undefined;
}

/**
 * Systems that publish anew on every change give the day of the change as the day of publication. Told by a change that
 * is not later, an earlier day that the reader sees beside the headline, and a believed day that is printed nowhere.
 */
function firstPublication(believed: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  if (shows(believed) || !hasDay(believed)) return undefined;
  const own = dayOf(believed);
  let renewed = false;
  let earlier: Candidate | undefined;
  for (const other of candidates) {
    if (!hasDay(other)) continue;
    const later = daysBetween(dayOf(other), own);
    if (other.role === 'modified' && other.rank > 0 && later >= 0) renewed = true;
    if (shows(other) && later === 0) return undefined;
    if (other.role === 'published' && other.rank >= 0.8 && other.visible === true && later >= 1) earlier ??= other;
  }
  return renewed ? earlier : undefined;
}

/** Read by people: printed, in a `<time>` or in the address. */
function shows({ origin }: Candidate): boolean {
  return origin.startsWith('printed') || origin === 'time' || origin === 'address' || origin === 'publication-line';
}

/**
 * An instant in universal time may fall on the day before or after the newsroom's: then the printed day counts, where a
 * zone between −10 and +10 hours explains it.
 */
function newsroomDay(believed: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  const { edtf } = believed.value;
  if (!/T.*(?:Z|\+00:00)$/.test(edtf) || shows(believed)) return undefined;
  const hour = Number(edtf.slice(11, 13));
  const shift = hour < 10 ? -1 : hour >= 14 ? 1 : 0;
  if (shift === 0) return undefined;
  const own = dayOf(believed);
  let printed: Candidate | undefined;
  for (const other of candidates) {
    if (!shows(other) || other.origin === 'time' || other.rank < 0.72 || !hasDay(other)) continue;
    if (dayOf(other) === own) return undefined;
    if (other.role === 'published' && daysBetween(own, dayOf(other)) === shift) printed ??= other;
  }
  return printed;
}

/** What is known when the day is not: the site's clock, a change, the day of the save. */
function notLaterThan(
  draft: Draft,
  canonical: CanonicalText,
  judged: readonly Candidate[],
  saved: string | undefined,
): Sourced<string> | undefined {
  const clock = judged.filter(({ role }) => role === 'bound').sort((a, b) => (a.value.edtf < b.value.edtf ? 1 : -1))[0];
  if (clock) return { value: dayOf(clock), certainty: 0.9, basis: clock.origin, spans: [clock.span()] };
  const changed = best(judged.filter((item) => item.role === 'modified' && item.rank > 0 && hasDay(item)));
  if (changed && (saved === undefined || dayOf(changed) <= saved))
    return { value: dayOf(changed), certainty: 0.85, basis: changed.origin, spans: [changed.span()] };
  if (saved === undefined) return undefined;
  return {
    value: saved,
    certainty: 0.95,
    basis: 'saved-at',
    spans: [canonical.cite(draft.page.savedAt ?? saved, 'saved-at')],
  };
}
