import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeStatus } from '../../../test/helpers/change-status.ts';
import { openOneMeeting, type WebArchive } from '../../../test/helpers/web-archive.ts';
import { siteOf } from '../../../test/helpers/web-site.ts';
import { changeListSchema } from '../../schemas/change-list.ts';
import { meetingSummarySchema } from '../../schemas/meeting.ts';

let archive: WebArchive;
beforeEach(async () => {
  archive = await openOneMeeting();
});
afterEach(() => archive.close());

interface Heard {
  readonly event: string;
  readonly id: string;
  readonly data: {
    readonly change?: { readonly kind: string; readonly meetingId: string };
    readonly meeting?: unknown;
  };
}

/** Listens until so many events were heard. */
async function listen(most: number, headers: Record<string, string> = {}, path = '/api/v1/events') {
  const response = await siteOf(archive).request(path, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let text = '';
  return {
    async hear(): Promise<readonly Heard[]> {
      while (heard.length < most) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const fields = new Map(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: (.*)/s) as [string, string]),
          );
          text = text.slice(end + 2);
          if (!fields.has('event')) continue;
          heard.push({
            event: fields.get('event') ?? '',
            id: fields.get('id') ?? '',
            data: JSON.parse(fields.get('data') ?? 'null'),
          });
        }
      }
      await reader.cancel();
      return heard;
    },
  };
}

test('tells of a fact as it comes, with the meeting as it is now', async () => {
  const listener = await listen(2);
  await changeStatus(archive, 'cancelled');
  const [open, change] = await listener.hear();
  expect(open).toMatchObject({ event: 'open' });
  expect(change).toMatchObject({
    event: 'change',
    data: {
      change: { kind: 'changed', meetingId: archive.meetingId, fields: [{ field: 'status', after: 'cancelled' }] },
    },
  });
  expect(meetingSummarySchema.parse(change?.data.meeting).status).toBe('cancelled');
  expect(Number(change?.id)).toBeGreaterThan(Number(open?.id));
});

test('whoever comes back hears what was missed, once', async () => {
  const [open] = await (await listen(1)).hear();
  await changeStatus(archive, 'cancelled');
  await changeStatus(archive, 'held');
  const missed = await (await listen(3, { 'last-event-id': open?.id ?? '' })).hear();
  expect(missed.slice(1).map(({ data }) => data.change?.kind)).toEqual(['changed', 'changed']);
  const rest = await (await listen(2, {}, `/api/v1/events?after=${missed[1]?.id}`)).hear();
  expect(rest[1]?.id).toBe(missed[2]?.id);
});

test('the list of changes goes on where it stopped, and leaves people to their meetings', async () => {
  await changeStatus(archive, 'cancelled');
  await changeStatus(archive, 'held');
  const site = siteOf(archive);
  const ask = async (query: string) =>
    changeListSchema.parse(await (await site.request(`/api/v1/changes?${query}`)).json());
  const all = await ask('');
  expect(all.items.map(({ kind }) => kind)).toEqual(['added', 'changed', 'changed']);
  expect(all.items.every(({ meetingId }) => meetingId === archive.meetingId)).toBe(true);
  const first = await ask('limit=1');
  expect([first.total, first.items[0]]).toEqual([3, all.items[0]]);
  expect((await ask(`limit=1&cursor=${first.next}`)).items[0]).toEqual(all.items[1]);
  expect((await ask(`after=${all.items[1]?.seq}`)).items).toEqual([all.items[2]]);
  expect(await ask(`after=${all.items[2]?.seq}`)).toMatchObject({ total: 0, next: null, items: [] });
});

test.each([
  ['/api/v1/events?after=x', {}, 400],
  ['/api/v1/events', { 'last-event-id': '-1' }, 400],
  ['/api/v1/events', { authorization: 'Bearer rapp_wrong' }, 401],
])('%s %j is refused', async (path, headers: Record<string, string>, status) => {
  expect((await siteOf(archive).request(path, { headers })).status).toBe(status);
});
