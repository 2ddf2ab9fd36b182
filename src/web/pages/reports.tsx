import type { JSX } from 'hono/jsx/jsx-runtime';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { readPeople } from '../people-of.ts';
import { renderPage } from '../render.ts';
import { clientAddress, isOwnForm, type RateLimit } from '../report-guard.ts';
import type { Room, WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import { personName } from '../wording/people.ts';

export const reportLimits = { least: 5, message: 2000, contact: 200, anHour: 100 } as const;

interface Subject {
  readonly kind: 'meeting' | 'person';
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

interface Draft {
  readonly message: string;
  readonly contact: string;
  readonly error?: 'empty' | 'long' | 'origin' | 'often';
}

/** `/reports/new?meeting=ID`: the form for an error in the record. Works without script. */
export async function reportFormPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const subject = await findSubject(room, room.query['meeting'], room.query['person']);
  if (subject === undefined) return respondProblem(c, problemOf('not-found'));
  return formPage(c, subject, { message: '', contact: '' }, 200);
}

/** `/reports/thanks`: what happens next. */
export async function reportThanksPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const subject = await findSubject(room, room.query['meeting'], room.query['person']);
  if (subject === undefined) return respondProblem(c, problemOf('not-found'));
  return renderPage(
    c,
    <Layout room={room} title={tr.t('report.thanks.title')} noindex>
      <div class="notice-page">
        <h1>{tr.t('report.thanks.title')}</h1>
        <p class="standfirst">{tr.t('report.thanks.text')}</p>
        <p>
          <a href={subject.path}>
            <bdi>{subject.title}</bdi>
          </a>
        </p>
      </div>
    </Layout>,
  );
}

/** Keeps a report for the editors. Nothing of the reader is kept but what they write. */
export function takeReport(limit: RateLimit): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const room = c.get('room');
    const body = await c.req.parseBody();
    const field = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const subject = await findSubject(room, field('meeting') || undefined, field('person') || undefined);
    if (subject === undefined) return respondProblem(c, problemOf('not-found'));
    const draft: Draft = {
      message: field('message').replaceAll('\r\n', '\n').trim(),
      contact: field('contact').trim(),
    };
    const refuse = (error: NonNullable<Draft['error']>, status: 400 | 403 | 429) =>
      formPage(c, subject, { ...draft, error }, status);
    if (!isOwnForm(c, room.settings)) return refuse('origin', 403);
    if (draft.message.length < reportLimits.least) return refuse('empty', 400);
    if (draft.message.length > reportLimits.message || draft.contact.length > reportLimits.contact) {
      return refuse('long', 400);
    }
    const hourAgo = new Date(room.now.getTime() - 3_600_000).toISOString();
    const often = (await room.store.reports.count(hourAgo)) >= reportLimits.anHour;
    if (often || !limit(clientAddress(c, room.settings), room.now)) return refuse('often', 429);
    await room.store.reports.add({
      subject: subject.kind,
      subjectId: subject.id,
      message: draft.message,
      language: room.tr.language,
      at: room.now.toISOString(),
      ...(draft.contact === '' ? {} : { contact: draft.contact }),
    });
    return c.redirect(`/reports/thanks?${subject.kind}=${encodeURIComponent(subject.id)}`, 303);
  };
}

async function findSubject(
  { store, tr }: Room,
  meetingId: string | undefined,
  personId: string | undefined,
): Promise<Subject | undefined> {
  if (meetingId !== undefined) {
    const meeting = await store.record.getMeeting(meetingId);
    if (meeting === undefined || 'movedTo' in meeting) return undefined;
    const title = meetingSentence(meeting, await readPeople(store, [meeting]), tr);
    return { kind: 'meeting', id: meeting.id, title, path: meetingPath(meeting) };
  }
  const person = personId === undefined ? undefined : await store.record.getPerson(personId);
  if (person === undefined) return undefined;
  const path = `/people/${encodeURIComponent(person.slug)}`;
  return { kind: 'person', id: person.id, title: personName(person, tr), path };
}

function formPage(c: WebContext, subject: Subject, draft: Draft, status: 200 | 400 | 403 | 429): Promise<Response> {
  const room = c.get('room');
  if (status === 429) c.header('Retry-After', '3600');
  return renderPage(
    c,
    <Layout room={room} title={room.tr.t('report.title')} noindex>
      <ReportForm subject={subject} draft={draft} room={room} />
    </Layout>,
    { status },
  );
}

function ReportForm({ subject, draft, room }: { subject: Subject; draft: Draft; room: Room }): JSX.Element {
  const { tr } = room;
  const { error } = draft;
  return (
    <div class="notice-page">
      <p class="kicker">
        <a href={subject.path}>
          <bdi>{subject.title}</bdi>
        </a>
      </p>
      <h1>{tr.t('report.title')}</h1>
      <p class="standfirst">{tr.t('report.text')}</p>
      <form class="report-form" method="post" action="/reports">
        <input type="hidden" name={subject.kind} value={subject.id} />
        {error !== undefined && (
          <p class="form-error" id="report-error" role="alert">
            {tr.t(`report.error.${error}` as MessageKey, { most: reportLimits.message })}
          </p>
        )}
        <p>
          <label for="report-message">{tr.t('report.message')}</label>
          <textarea
            id="report-message"
            name="message"
            rows={6}
            required
            maxlength={reportLimits.message}
            dir="auto"
            aria-invalid={error === 'empty' || error === 'long' ? 'true' : undefined}
            aria-describedby={error === undefined ? undefined : 'report-error'}
          >
            {draft.message}
          </textarea>
        </p>
        <p>
          <label for="report-contact">{tr.t('report.contact')}</label>
          <input
            id="report-contact"
            name="contact"
            type="text"
            autocomplete="email"
            maxlength={reportLimits.contact}
            value={draft.contact}
          />
        </p>
        <p>
          <button type="submit">{tr.t('report.send')}</button>
        </p>
      </form>
    </div>
  );
}
