import { isoDay, nameScore, samePlace, titleOverlap } from './compare.ts';
import { pairEvents } from './page-score.ts';
import type { GoldEvent, GoldPage, PredictedEvent, Prediction } from './types.ts';

/** What one page got wrong, line by line: `-` expected and missing, `+` given and not expected. Empty when all is right. */
export function missesOf(gold: GoldPage, prediction: Prediction | undefined): string[] {
  const lines: string[] = [];
  const differ = (field: string, expected: unknown, given: unknown): void => {
    lines.push(`  ${field}: - ${show(expected)}  + ${show(given)}`);
  };
  if (prediction?.lang !== gold.lang) differ('language', gold.lang, prediction?.lang);
  if (gold.article.title && titleOverlap(prediction?.title, gold.article.title) < 0.8) {
    differ('title', gold.article.title, prediction?.title);
  }
  const month = gold.article.published_month;
  const given = prediction?.published ?? null;
  if (month ? given !== null && !given.startsWith(month) : isoDay(given) !== (gold.article.published ?? null)) {
    differ('published', gold.article.published ?? month ?? null, given);
  }
  const events = prediction?.events ?? [];
  const pairs = pairEvents(events, gold.events);
  const paired = new Set(pairs.values());
  gold.events.forEach((known, j) => {
    const event = events[pairs.get(j) ?? -1];
    const name = `${known.main ? 'main' : 'other'} ${known.type} ${known.countries.join('-')} ${known.date ?? 'no day'}`;
    if (event === undefined) {
      if (known.main || gold.kind !== 'distractor') lines.push(`  - ${name} (${known.status}) not found`);
      return;
    }
    const inside = eventMisses(known, event, known.main === true);
    if (inside.length > 0) lines.push(`  ${name}:`, ...inside.map((line) => `    ${line}`));
  });
  events.forEach((event, i) => {
    if (paired.has(i) && (gold.kind !== 'distractor' || (event.status && event.status !== 'held'))) return;
    const people = (event.participants ?? []).map((person) => person.name).join(', ');
    lines.push(
      `  + ${event.type} ${(event.countries ?? []).join('-')} ${event.date ?? 'no day'} ${event.status}: ${people}`,
    );
  });
  return lines.length > 0 ? [`${gold.id} (${gold.lang}, ${gold.kind})`, ...lines] : [];
}

function eventMisses(known: GoldEvent, event: PredictedEvent, main: boolean): string[] {
  const lines: string[] = [];
  const differ = (field: string, expected: unknown, given: unknown): void => {
    lines.push(`${field}: - ${show(expected)}  + ${show(given)}`);
  };
  if (event.type !== known.type) differ('type', known.type, event.type);
  if (event.status !== known.status) differ('status', known.status, event.status);
  if (isoDay(event.date) !== (known.date ?? null)) differ('date', known.date ?? null, event.date ?? null);
  if (!main) return lines;
  if (known.place ? !samePlace(event.place, known) : event.place)
    differ('place', known.place ?? null, event.place ?? null);
  const names = (event.participants ?? []).flatMap((person) => (person.name ? [person.name] : []));
  const missing = known.participants.filter(
    (person) => !person.minor && !names.some((name) => nameScore(name, person) > 0),
  );
  const extra = names.filter((name) => !known.participants.some((person) => nameScore(name, person) > 0));
  if (missing.length > 0 || extra.length > 0) {
    differ('people', missing.map((person) => person.as_written ?? person.name).join(', '), extra.join(', '));
  }
  const topics = new Set(event.topics ?? []);
  const lost = known.topics.filter((topic) => !topics.has(topic));
  const surplus = [...topics].filter((topic) => !known.topics.includes(topic));
  if (lost.length > 0 || surplus.length > 0) differ('topics', lost.join(' '), surplus.join(' '));
  const expected = known.outcomes.map((outcome) => `${outcome.kind}: ${outcome.what ?? ''}`);
  const told = (event.outcomes ?? []).map((outcome) =>
    typeof outcome === 'string' ? outcome : `${outcome.kind}: ${outcome.what ?? ''}`,
  );
  if (kinds(expected) !== kinds(told)) {
    lines.push('outcomes:', ...expected.map((text) => `  - ${text}`), ...told.map((text) => `  + ${text}`));
  }
  return lines;
}

function kinds(outcomes: readonly string[]): string {
  return outcomes
    .map((outcome) => outcome.split(':', 1)[0])
    .sort()
    .join();
}

function show(value: unknown): string {
  return value === null || value === undefined || value === '' ? 'nothing' : String(value);
}
