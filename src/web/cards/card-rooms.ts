import type { Hono } from 'hono';
import { problemOf, respondProblem } from '../errors.tsx';
import { interfaceLanguages, openTranslator, type Translator } from '../i18n.ts';
import { parsePair } from '../parse-pair.ts';
import { readPeople } from '../people-of.ts';
import type { Room, WebContext, WebEnvironment } from '../room.ts';
import { meetingSentence, whenText } from '../wording/meeting-sentence.ts';
import { countryText, pairText, placeText } from '../wording/places.ts';
import { openCardPress } from './card-press.ts';
import type { Card } from './card-svg.ts';

type Words = Omit<Card, 'site' | 'direction'>;

/** `/cards/fr/meetings/…png`: pictures for those who share a page. */
export function addCards(app: Hono<WebEnvironment>): void {
  const press = openCardPress();
  app.get('/cards/:language/:kind/:file', async (c) => {
    const language = interfaceLanguages.find((known) => known === c.req.param('language'));
    const [, id] = /^(.+)\.png$/.exec(c.req.param('file')) ?? [];
    const read = Object.hasOwn(readers, c.req.param('kind')) ? readers[c.req.param('kind')] : undefined;
    if (language === undefined || id === undefined || read === undefined) return notFound(c);
    const tr = openTranslator(language);
    const words = await read(c.get('room'), id, tr);
    if (words === undefined) return notFound(c);
    const drawn = await press.draw({ ...words, site: tr.t('site.name'), direction: tr.direction });
    if (drawn === undefined) {
      c.header('Retry-After', '10');
      return c.text('Busy', 503);
    }
    c.header('Cache-Control', 'public, max-age=3600');
    c.header('ETag', `"${drawn.tag}"`);
    if (c.req.header('if-none-match') === `"${drawn.tag}"`) return c.body(null, 304);
    return c.body(Uint8Array.from(drawn.png).buffer, 200, { 'Content-Type': 'image/png' });
  });
}

function notFound(c: WebContext): Promise<Response> {
  return respondProblem(c, problemOf('not-found'));
}

const readers: Readonly<Record<string, (room: Room, id: string, tr: Translator) => Promise<Words | undefined>>> = {
  async meetings({ store }, id, tr) {
    const found = await store.record.getMeeting(id);
    const meeting = found !== undefined && 'movedTo' in found ? await store.record.getMeeting(found.movedTo) : found;
    if (meeting === undefined || 'movedTo' in meeting) return undefined;
    const { when, where } = meeting;
    return {
      title: meetingSentence(meeting, await readPeople(store, [meeting]), tr),
      kicker: meeting.sides.map(({ country }) => countryText(country, tr)).join(' – '),
      foot: [whenText(when, tr), ...(where === undefined ? [] : [placeText(where, tr)])].join(' · '),
    };
  },
  async dossiers({ store }, id, tr) {
    const pair = parsePair(id);
    if (pair === undefined) return undefined;
    const row = (await store.record.listPairs()).find((known) => pair.every((code) => known.pair.includes(code)));
    if (row === undefined) return undefined;
    return {
      title: pairText(row.pair, tr),
      kicker: tr.t('dossiers.title'),
      foot: [tr.t('count.meetings', { count: row.meetings }), tr.t('count.outcomes', { count: row.outcomes })].join(
        ' · ',
      ),
    };
  },
  site: (_, id, tr) =>
    Promise.resolve(
      id === 'rapporteur' ? { title: tr.t('site.title'), kicker: tr.t('site.name'), foot: '' } : undefined,
    ),
};
