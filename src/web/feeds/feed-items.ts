import type { Meeting } from '../../core/model/record.ts';
import type { ArticleRow } from '../../store/store.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { rowLevel } from '../published-article.ts';
import type { Room } from '../room.ts';
import { clipText, withoutIsolates } from '../shown-text.ts';
import { articlePath, titleText } from '../views/article-list.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import type { FeedItem } from './feed-document.ts';

const longestSummary = 600;

/** A meeting in the words of the interface, with what was agreed. */
export function meetingItem(meeting: Meeting, people: PeopleById, site: string, tr: Translator): FeedItem {
  const outcomes = meeting.outcomes.map(({ kind, text }) =>
    [tr.maybe(`outcome.${kind}`), clipText(text, 200)].filter(Boolean).join(tr.t('list.colon')),
  );
  const status = tr.t(`status.${meeting.status}` as MessageKey);
  const day = (meeting.when.edtf ?? meeting.when.notLaterThan)?.split('/')[0];
  return {
    id: `urn:rapporteur:meeting:${meeting.id}`,
    url: site + meetingPath(meeting),
    title: withoutIsolates(meetingSentence(meeting, people, tr)),
    summary: withoutIsolates(clipText([status, ...outcomes].join(' · '), longestSummary)),
    ...(day === undefined || !/^\d{4}-\d\d-\d\d/.test(day) ? {} : { date: day }),
    language: tr.language,
    categories: [
      ...new Set(meeting.sides.map(({ country }) => countryText(country, tr))),
      ...meeting.topics.map(({ topic }) => tr.t(`topic.${topic}` as MessageKey)),
    ],
  };
}

/** An article as lists show it: its headline, and its standfirst where the outlet allows that. */
export function articleItem(row: ArticleRow, room: Room, site: string): FeedItem {
  return {
    id: `urn:rapporteur:article:${row.id}`,
    url: site + articlePath(row.id),
    title: titleText(row, room.tr, 240),
    ...(row.standfirst === undefined || rowLevel(row, room.settings) === 'facts'
      ? {}
      : { summary: clipText(row.standfirst, longestSummary) }),
    ...(row.published === undefined ? {} : { date: row.published }),
    language: row.language,
    categories: [],
    ...(row.outletName === undefined ? {} : { author: clipText(row.outletName, 120) }),
  };
}
