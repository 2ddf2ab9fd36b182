import type { Meeting, ReportedMeeting, Side, When } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText, weekdayText } from './days.ts';
import { type PeopleById, participantName } from './people.ts';
import { countryText, inPlace, isCountry } from './places.ts';
import { roleText } from './roles.ts';

type Told = Pick<Meeting | ReportedMeeting, 'type' | 'status' | 'sides' | 'when' | 'where' | 'frame'>;

/** A meeting in one sentence of the interface's language, built from the record alone. */
export function meetingSentence(meeting: Told, people: PeopleById, tr: Translator): string {
  const parties = partiesText(meeting.sides, people, tr);
  const visitor = meeting.type === 'visit' ? meeting.sides.find((side) => side.visitor === true) : undefined;
  const hosts = meeting.sides.filter((side) => side !== visitor);
  const tail = placeAndDay(meeting, visitor !== undefined && hosts.length > 0, tr);
  const noun =
    visitor !== undefined && hosts.length > 0
      ? tr.t('sentence.visit-to', {
          visitor: sideText(visitor, people, tr),
          host: joinList(
            hosts.map((side) => countryText(side.country, tr)),
            tr,
          ),
          tail,
        })
      : tr.t(`sentence.${meeting.type}` as MessageKey, { parties, tail });
  if (meeting.status === 'held') return capitalise(noun, tr);
  return tr.t('sentence.with-status', { status: tr.t(`sentence.status.${meeting.status}`), noun });
}

/** "Abdou Ba (Country A) and Lena Roth (Country B)". */
export function partiesText(sides: readonly Side[], people: PeopleById, tr: Translator): string {
  return joinList(
    sides.map((side) => sideText(side, people, tr)),
    tr,
  );
}

function sideText(side: Side, people: PeopleById, tr: Translator): string {
  const country = countryText(side.country, tr);
  const principals = side.participants.filter((participant) => participant.capacity !== 'delegation');
  const shown = (principals.length > 0 ? principals : side.participants).slice(0, 3);
  const names = shown.map((participant) => participantName(participant, people, tr) ?? roleText(participant, tr));
  if (names.length === 0) return country;
  return tr.t('party.of', { name: joinList(names.map(isolate), tr), country });
}

/** ", in Rabat, on 19 January 2024", with its own leading space; empty when nothing is known. */
function placeAndDay(meeting: Told, hostNamed: boolean, tr: Translator): string {
  const parts: string[] = [];
  if (meeting.where !== undefined && !(hostNamed && isCountry(meeting.where))) parts.push(inPlace(meeting.where, tr));
  const day = whenPhrase(meeting.when, tr);
  if (day !== undefined) parts.push(day);
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}

/** "on 19 January 2024", "in April 2022", "before 26 April 2018" as a part of a sentence. */
export function whenPhrase(when: When, tr: Translator): string | undefined {
  if (when.edtf !== undefined) {
    const day = dayText(when.edtf, tr);
    if (day === undefined) return undefined;
    return tr.t(`when.${when.precision}` as MessageKey, { day });
  }
  if (when.notLaterThan !== undefined) {
    const day = dayText(when.notLaterThan, tr);
    return day === undefined ? undefined : tr.t('when.not-later', { day });
  }
  return undefined;
}

/** The day for a table: the value itself, or in words that it is not known. */
export function whenText(when: When, tr: Translator, style: 'full' | 'long' | 'short' = 'long'): string {
  const day = when.edtf === undefined ? undefined : dayText(when.edtf, tr, style);
  if (day !== undefined) return day;
  if (when.notLaterThan !== undefined) {
    const bound = dayText(when.notLaterThan, tr, style === 'full' ? 'long' : style);
    if (bound !== undefined) return tr.t('when.unknown-before', { day: bound });
  }
  if (when.weekday !== undefined) return tr.t('when.weekday-only', { weekday: weekdayText(when.weekday, tr) });
  return tr.t('when.unknown');
}

const lists = new Map<string, Intl.ListFormat>();

export function joinList(items: readonly string[], tr: Translator): string {
  let list = lists.get(tr.locale);
  if (list === undefined) {
    list = new Intl.ListFormat(tr.locale, { type: 'conjunction', style: 'long' });
    lists.set(tr.locale, list);
  }
  return list.format(items);
}

/** First-strong isolate: a name of the other direction cannot move the brackets around it. */
function isolate(text: string): string {
  return `\u2068${clipText(text, 200)}\u2069`;
}

function capitalise(text: string, tr: Translator): string {
  const at = text.startsWith('\u2068') ? 1 : 0;
  return text.slice(0, at) + text.charAt(at).toLocaleUpperCase(tr.locale) + text.slice(at + 1);
}
